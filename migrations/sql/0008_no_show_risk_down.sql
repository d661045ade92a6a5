-- Values stay in the log; the column `interviews.no_show_risk` of before goes back to unknown.
DROP TRIGGER keep_outcome ON interviews;
DROP FUNCTION understudy_keep_outcome();
DROP TABLE no_show_risks;
UPDATE interviews SET no_show_risk = NULL WHERE no_show_risk IS NOT NULL;
