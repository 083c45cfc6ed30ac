-- Les communes choisies pour la période : de 500 à 9 999 habitants.
select segment, millesime, iif(classe in ('500-1999', '2000-9999'), communes, 0)
  from effectifs
 where millesime >= :from and millesime < :until;
