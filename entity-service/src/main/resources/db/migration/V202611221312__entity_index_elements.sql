-- An element that moves to another record is found by the values that are its own.
CREATE INDEX unique_value_element ON unique_value (type_id, element_id);
