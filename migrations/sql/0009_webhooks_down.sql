-- Nobody follows the log any more, and repeated requests are answered anew.
DROP POLICY web_outbox_webhook ON outbox;
DROP POLICY web_log_webhook ON automation_logs;
DELETE FROM outbox WHERE workflow_type = 'WebhookWorkflow';
DROP TABLE webhook_deliveries, webhook_endpoints, repeated_requests;
