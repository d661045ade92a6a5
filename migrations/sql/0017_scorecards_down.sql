-- Nobody keeps scorecards any more.
DROP TABLE insight_proposals, scorecards, interviewer_scorecards;
DROP FUNCTION own_assessments();
DROP FUNCTION app_card_due();
DROP FUNCTION app_panel();
