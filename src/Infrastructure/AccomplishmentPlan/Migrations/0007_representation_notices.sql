-- That somebody represents a person stands in the person's inbox, that the person contests it in the coordinators', whatever reminders were chosen.
ALTER TABLE accomplishment_plan.reminder DROP CONSTRAINT reminder_kind_check;
ALTER TABLE accomplishment_plan.reminder ADD CONSTRAINT reminder_kind_check CHECK (kind IN
    ('due_soon', 'late', 'today', 'review_near', 'asked', 'accepted', 'record_closes', 'record_erases', 'record_opened', 'represented', 'contested'));
