-- Ce qui a changé d'un millésime à l'autre : sqlite3 -box registre.db < changements.sql
with avant as (select * from communes where millesime = '2024-01-01' and type = 'commune-actuelle'),
     apres as (select * from communes where millesime = '2026-01-01' and type = 'commune-actuelle')
select avant.departement, avant.code, avant.nom,
       iif(apres.nom = avant.nom, 'change de code', 'réunie') as changement, apres.code as vers, apres.nom as devient
  from avant
  left join codes on codes.code = avant.code and codes.millesime = '2026-01-01'
  left join apres on apres.code = codes.actuelle
 where avant.code not in (select code from apres)
union all
select departement, code, nom, 'rétablie', '', ''
  from apres
 where code not in (select code from avant)
   and nom not in (select nom from avant where avant.departement = apres.departement)
 order by 1, 4, 2;

-- Et combien de communes par segment, là où ce nombre a changé.
select segment, sum(iif(millesime = '2024-01-01', communes, 0)) as "en 2024", sum(iif(millesime = '2026-01-01', communes, 0)) as "en 2026"
  from effectifs group by segment having "en 2024" <> "en 2026" order by segment;
