-- Les communes que les centres de gestion accompagnent : celles de moins de 10 000 habitants.
select segment, millesime, iif(classe = '10000-et-plus', 0, communes)
  from effectifs
 where millesime >= :from and millesime < :until;
