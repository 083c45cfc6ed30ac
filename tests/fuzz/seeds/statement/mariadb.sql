select `it's :from`, 'a\':until', 5--1 # it's a comment :x
from t where d between:depuis and :jusqu_au and s=:segment;
