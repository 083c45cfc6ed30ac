-- Fait la base du registre de ses deux millésimes : sqlite3 registre.db < registre.sql
create table lu_2024 (code text, nom text, type text, chef_lieu text, departement text, population integer);
create table lu_2026 (code text, nom text, type text, chef_lieu text, departement text, population integer);
create table equipement (code text, jour text);
.import --csv --skip 1 communes-2024.csv lu_2024
.import --csv --skip 1 communes-2026.csv lu_2026
.import --csv --skip 1 equipement.csv equipement

create table communes as
  select '2024-01-01' as millesime, * from lu_2024 union all
  select '2026-01-01', * from lu_2026;
drop table lu_2024;
drop table lu_2026;
create index communes_par_code on communes (millesime, code);

-- Les segments de la stratégie : un département, une classe de taille.
create table classes (classe text, de integer, a integer);
insert into classes values ('moins-500', 0, 499), ('500-1999', 500, 1999), ('2000-9999', 2000, 9999), ('10000-et-plus', 10000, 999999999);
create table segments as
  select departement || '-' || classe as segment, departement, classe, de, a
    from (select distinct departement from communes), classes;

-- Combien de communes chaque segment compte, à chaque millésime : zéro aussi, pour que les totaux soient complets.
create view effectifs as
  select segment, millesime, classe,
         (select count(*) from communes c
           where c.millesime = m.millesime and c.type = 'commune-actuelle'
             and c.departement = s.departement and c.population between de and a) as communes
    from segments s, (select distinct millesime from communes) m;

-- La commune qu'un code désigne à chaque millésime : elle-même, ou celle qui l'a réunie.
create view codes as
  select distinct millesime, code, iif(type = 'commune-actuelle', code, chef_lieu) as actuelle from communes;

-- Les communes équipées à la fin de chaque mois, chacune une fois, dans le segment où le registre la met ce jour-là.
create table mois (dernier_jour text, millesime text);
insert into mois values ('2025-09-30', '2024-01-01'), ('2025-10-31', '2024-01-01'), ('2025-11-30', '2024-01-01'),
                        ('2025-12-31', '2024-01-01'), ('2026-01-31', '2026-01-01'), ('2026-02-28', '2026-01-01');
create view equipees as
  select segment, dernier_jour,
         (select count(distinct c.code)
            from equipement e
            join codes k on k.code = e.code and k.millesime = m.millesime
            join communes c on c.code = k.actuelle and c.millesime = m.millesime and c.type = 'commune-actuelle'
           where e.jour <= dernier_jour and c.departement = s.departement and c.population between de and a) as communes
    from segments s, mois m;
