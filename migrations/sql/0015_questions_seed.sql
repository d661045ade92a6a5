-- First types and skills. Found by name: running this again, or over rows of these names, changes nothing.
INSERT INTO skills (skill_name, description) VALUES
    ('JavaScript', 'Proficiency in JavaScript programming language and its ecosystem.'),
    ('Python', 'Proficiency in Python programming language and its ecosystem.'),
    ('Java', 'Proficiency in Java programming language and its ecosystem.'),
    ('Go', 'Proficiency in Go programming language and its ecosystem.'),
    ('Problem Solving', 'Ability to analyze problems and devise effective solutions.'),
    ('Communication', 'Ability to articulate thoughts clearly and effectively.'),
    ('Teamwork', 'Ability to collaborate effectively with others in a team setting.'),
    ('System Architecture', 'Knowledge of designing and implementing scalable and robust system architectures.'),
    ('Algorithms & Data Structures', 'Understanding of fundamental algorithms and data structures.'),
    ('Databases (SQL)', 'Knowledge of SQL and relational database concepts.'),
    ('Databases (NoSQL)', 'Knowledge of NoSQL database concepts and systems.'),
    ('API Design', 'Ability to design clean, efficient, and maintainable APIs.'),
    ('Leadership', 'Ability to guide, motivate, and manage individuals or teams.')
ON CONFLICT DO NOTHING;
-- Suggestions come with a new type only: those of a type that stands already are its keeper's.
WITH new_types AS (
    INSERT INTO interview_types (type_name, description) VALUES
        ('Technical', 'Assesses technical knowledge and problem-solving abilities in a specific domain.'),
        ('Behavioral', 'Assesses soft skills, past experiences, and situational judgment.'),
        ('System Design', 'Focuses on designing complex systems and architectural trade-offs.'),
        ('Product Sense', 'Assesses understanding of product development, user needs, and market fit.')
    ON CONFLICT DO NOTHING
    RETURNING id, type_name
)
INSERT INTO interview_type_suggested_skills (interview_type_id, skill_id)
SELECT t.id, s.id
FROM (VALUES
    ('Technical', 'JavaScript'), ('Technical', 'Python'), ('Technical', 'Problem Solving'),
    ('Technical', 'Algorithms & Data Structures'),
    ('Behavioral', 'Communication'), ('Behavioral', 'Teamwork'), ('Behavioral', 'Leadership'),
    ('System Design', 'System Architecture'), ('System Design', 'Databases (SQL)'),
    ('System Design', 'Databases (NoSQL)'), ('System Design', 'API Design')
) AS suggested (type_name, skill_name)
JOIN new_types t ON t.type_name = suggested.type_name
JOIN skills s ON lower(s.skill_name) = lower(suggested.skill_name)
ON CONFLICT DO NOTHING;
