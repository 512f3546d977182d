INSERT INTO judgements (key, made, who, verb, subject, corrections, why, undoes, stands)
VALUES (:key, :made, :who, :verb, :subject, :corrections, :why, :undoes,
        NOT EXISTS (SELECT 1 FROM judgements AS other WHERE other.undoes = :key AND other.stands));
