-- What the law wants a person told about how long their record is kept stands in the same inbox, whatever reminders were chosen.
ALTER TABLE accomplishment_plan.reminder DROP CONSTRAINT reminder_kind_check;
ALTER TABLE accomplishment_plan.reminder ADD CONSTRAINT reminder_kind_check
    CHECK (kind IN ('due_soon', 'late', 'today', 'review_near', 'asked', 'accepted', 'record_closes', 'record_erases'));
