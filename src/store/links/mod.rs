//! Links kept in step: texts that came, changed or went are compared with what they can concern, and whatever
//! hangs together anew becomes events anew.

mod hanging;
mod neighbourhood;
mod origins;

pub(super) use origins::settle_origins;

use super::StoreError;
use super::judgements::Decided;
use crate::link::{Constraints, Keys, Link, Node, Profile, SURE, Sides, cluster, compare, pieces};
use hanging::Hanging;
use rusqlite::{Connection, named_params, params};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

/// Profiles kept at hand, up to a number of bytes, since articles of one story come in together.
#[derive(Debug, Default)]
pub(super) struct Profiles {
    /// Those that were asked for lately.
    recent: HashMap<i64, Rc<Profile>>,
    /// Those that were before: they are dropped when the recent ones have grown too heavy.
    earlier: HashMap<i64, Rc<Profile>>,
    /// The weight of the recent ones.
    weight: usize,
}

/// Bytes of recent profiles; as many earlier ones are kept beside them.
const KEPT: usize = 24 << 20;

impl Profiles {
    pub(super) fn get(&mut self, connection: &Connection, text: i64) -> Result<Rc<Profile>, StoreError> {
        if let Some(profile) = self.recent.get(&text) {
            return Ok(Rc::clone(profile));
        }
        if let Some(profile) = self.earlier.remove(&text) {
            return Ok(self.keep(text, profile));
        }
        let bytes: Vec<u8> = connection
            .prepare_cached("SELECT profile FROM text_profiles WHERE text = ?1")?
            .query_row([text], |row| row.get(0))?;
        let profile = Profile::decode(&bytes)
            .ok_or_else(|| damaged(format!("the profile of text {text} cannot be read")))?;
        Ok(self.keep(text, Rc::new(profile)))
    }

    pub(super) fn keep(&mut self, text: i64, profile: Rc<Profile>) -> Rc<Profile> {
        if self.weight >= KEPT {
            self.earlier = std::mem::take(&mut self.recent);
            self.weight = 0;
        }
        self.weight += profile.weight();
        self.recent.insert(text, Rc::clone(&profile));
        profile
    }

    pub(super) fn forget(&mut self, text: i64) {
        self.recent.remove(&text);
        self.earlier.remove(&text);
    }
}

/// Stores the profile of a text with its keys.
pub(super) fn write_profile(
    connection: &Connection,
    text: i64,
    profile: &Profile,
    keys: &Keys,
) -> Result<(), StoreError> {
    connection.prepare_cached(include_str!("profile_insert.sql"))?.execute(params![
        text,
        profile.encode(),
        keys.encode()
    ])?;
    let mut insert = connection.prepare_cached(include_str!("key_insert.sql"))?;
    for key in &keys.kept {
        insert.execute([*key, text])?;
    }
    Ok(())
}

/// Removes the profile of a text with its keys.
pub(super) fn remove_profile(connection: &Connection, text: i64) -> Result<(), StoreError> {
    let mut remove = connection.prepare_cached("DELETE FROM text_keys WHERE key = ?1 AND text = ?2")?;
    for key in keys_of(connection, text)?.kept {
        remove.execute([key, text])?;
    }
    connection.prepare_cached("DELETE FROM text_profiles WHERE text = ?1")?.execute([text])?;
    Ok(())
}

fn keys_of(connection: &Connection, text: i64) -> Result<Keys, StoreError> {
    let packed: Vec<u8> = connection
        .prepare_cached("SELECT keys FROM text_profiles WHERE text = ?1")?
        .query_row([text], |row| row.get(0))?;
    Keys::decode(&packed).ok_or_else(|| damaged(format!("the keys of text {text} cannot be read")))
}

fn damaged(detail: String) -> StoreError {
    StoreError::Damaged { path: std::path::PathBuf::new(), detail }
}

/// Everything whose links may have to be drawn anew.
#[derive(Debug, Default)]
pub(super) struct Concerned {
    /// First mentions of happenings.
    pub(super) nodes: BTreeSet<i64>,
    /// Those of them that have new links.
    newly_linked: BTreeSet<i64>,
    /// Texts whose family may have changed.
    pub(super) texts: BTreeSet<i64>,
    /// Events that have lost mentions.
    pub(super) events: BTreeSet<i64>,
}

/// Takes a text out of all links; what it hung together with is concerned.
pub(super) fn unlink(
    connection: &Connection,
    text: i64,
    concerned: &mut Concerned,
) -> Result<(), StoreError> {
    let own: BTreeSet<i64> = nodes(connection, text)?.into_values().collect();
    // Whatever it held together falls into pieces of which each stands beside it: the rest of a piece is found from
    // there. What judgements hold together with it is concerned by them.
    for &node in &own {
        concerned.nodes.extend(neighbourhood::linked(connection, node)?);
    }
    concerned.nodes.retain(|node| !own.contains(node));
    let events = connection
        .prepare_cached("SELECT DISTINCT event FROM mentions WHERE text = ?1 AND event IS NOT NULL")?
        .query_map([text], |row| row.get(0))?
        .collect::<Result<Vec<i64>, _>>()?;
    concerned.events.extend(events);
    concerned.texts.extend(origins::beside(connection, text)?);
    concerned.texts.insert(text);
    for statement in include_str!("unlink.sql").split_inclusive(';').filter(|sql| sql.contains("DELETE")) {
        connection.prepare_cached(statement)?.execute(named_params! { ":text": text })?;
    }
    connection.prepare_cached("UPDATE mentions SET event = NULL WHERE text = ?1")?.execute([text])?;
    Ok(())
}

/// Compares these texts, which have no links yet, with all that share a key with one of them.
pub(super) fn link(
    connection: &Connection,
    profiles: &mut Profiles,
    superseded: &BTreeSet<i64>,
    texts: &[i64],
    concerned: &mut Concerned,
) -> Result<(), StoreError> {
    let mut done = HashSet::new();
    let mut find = connection.prepare_cached("SELECT text FROM text_keys WHERE key = ?1")?;
    for &text in texts {
        concerned.texts.insert(text);
        let own = nodes(connection, text)?;
        concerned.nodes.extend(own.values());
        let mut candidates = BTreeSet::new();
        for key in keys_of(connection, text)?.sought {
            let mut rows = find.query([key])?;
            while let Some(row) = rows.next()? {
                candidates.insert(row.get::<_, i64>(0)?);
            }
        }
        candidates.remove(&text);
        let profile = profiles.get(connection, text)?;
        // One finds the other if it is found by it: the pair was compared when the other's turn was.
        for other in candidates.difference(superseded).copied().filter(|other| !done.contains(other)) {
            let comparison = compare(&profile, &*profiles.get(connection, other)?);
            let linked = write_links(connection, (text, &profile, &own), other, profiles, &comparison)?;
            concerned.newly_linked.extend(linked);
        }
        done.insert(text);
    }
    Ok(())
}

/// Writes what comparing two texts found; the happenings that are linked by it.
fn write_links(
    connection: &Connection,
    (text, profile, own): (i64, &Profile, &HashMap<u32, i64>),
    other: i64,
    profiles: &mut Profiles,
    comparison: &crate::link::Comparison,
) -> Result<Vec<i64>, StoreError> {
    let mut linked = Vec::new();
    if let Some(origin) = comparison.origin {
        let (a, b) = if origin.first_is_original { (text, other) } else { (other, text) };
        connection.prepare_cached(include_str!("text_link_insert.sql"))?.execute(params![
            a,
            b,
            origin.relation.as_str(),
            f64::from(origin.share)
        ])?;
    }
    if comparison.links.is_empty() {
        return Ok(linked);
    }
    let theirs = nodes(connection, other)?;
    let their_profile = profiles.get(connection, other)?;
    let mut insert = connection.prepare_cached(include_str!("mention_link_insert.sql"))?;
    for link in &comparison.links {
        let (x, y) = (&profile.happenings[link.a], &their_profile.happenings[link.b]);
        let (Some(&a), Some(&b)) = (own.get(&x.number), theirs.get(&y.number)) else { continue };
        let (a, b) = if (x.name, a) <= (y.name, b) { (a, b) } else { (b, a) };
        insert.execute(params![a, b, f64::from(link.score), link.reasons])?;
        if link.score >= SURE {
            linked.extend([a, b]);
        }
    }
    Ok(linked)
}

/// The first mention of each happening of a text, by the happening's number.
fn nodes(connection: &Connection, text: i64) -> Result<HashMap<u32, i64>, StoreError> {
    let rows = connection
        .prepare_cached(include_str!("nodes.sql"))?
        .query_map([text], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    Ok(rows)
}

/// Groups the concerned nodes, with all that hangs together with them; each group, a list of mentions, is one
/// event.
pub(super) fn groups(
    connection: &Connection,
    profiles: &mut Profiles,
    concerned: &Concerned,
) -> Result<Vec<Vec<i64>>, StoreError> {
    let Hanging { nodes: ids, links, decided } =
        Hanging::find(connection, profiles, &concerned.nodes, &concerned.newly_linked)?;
    let mut described = connection.prepare_cached(include_str!("node_of.sql"))?;
    let mut members = connection.prepare_cached(include_str!("members.sql"))?;
    let mut nodes = Vec::with_capacity(ids.len());
    let mut linked: HashMap<i64, i64> = HashMap::new();
    for id in ids {
        let (text, number, hash): (i64, u32, String) =
            described.query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(3)?)))?;
        let members: Vec<(i64, String)> = members
            .query_map((text, number), |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        let profile = profiles.get(connection, text)?;
        let happening = profile.happenings.iter().find(|happening| happening.number == number);
        for (nth, piece) in fall_apart(members, &decided).into_iter().enumerate() {
            let Some((first, name)) = piece.first() else { continue };
            let name = u64::from_str_radix(name, 16).unwrap_or(0);
            // What is known of the happening holds for the piece that links hold on to.
            let told = happening.filter(|_| nth == 0);
            if nth == 0 {
                linked.insert(id, *first);
            }
            let days = told.and_then(|happening| happening.days);
            let figures = told.map(|happening| happening.figures.clone()).unwrap_or_default();
            nodes.push(((name, hash.clone()), piece, Node { name, days, figures }));
        }
    }
    // Row numbers tell in which order texts came; groups must not depend on it.
    nodes.sort_by(|a, b| a.0.cmp(&b.0));
    let index: HashMap<i64, usize> = nodes
        .iter()
        .enumerate()
        .flat_map(|(index, (_, piece, _))| piece.iter().map(move |(mention, _)| (*mention, index)))
        .collect();
    let links: Vec<Link> = links
        .into_iter()
        .map(|(a, b, score)| Link { a: index[&linked[&a]], b: index[&linked[&b]], score: score as f32 })
        .collect();
    let sides: Vec<Sides> = decided.sides(index.iter().map(|(&mention, &place)| (mention, place)));
    let described: Vec<Node> = nodes.iter().map(|(_, _, node)| node.clone()).collect();
    let constraints = Constraints::new(described.len(), &sides);
    let mut groups: BTreeMap<usize, Vec<i64>> = BTreeMap::new();
    for (node, group) in cluster(&described, &links, &constraints).into_iter().enumerate() {
        groups.entry(group).or_default().extend(nodes[node].1.iter().map(|(mention, _)| *mention));
    }
    Ok(groups.into_values().collect())
}

/// The mentions of one happening in the pieces into which analysts took it apart; the piece that links of the
/// happening hold on to is the first.
fn fall_apart(members: Vec<(i64, String)>, decided: &Decided) -> Vec<Vec<(i64, String)>> {
    if members.len() == 1 || decided.is_empty() {
        return vec![members];
    }
    let sides = decided.sides(members.iter().enumerate().map(|(place, (mention, _))| (*mention, place)));
    if sides.is_empty() {
        return vec![members];
    }
    let classes = pieces(members.len(), &sides);
    // Whatever was never set apart from the rest stays where the links are.
    let set_apart = |member: usize| decided.is_set_apart(members[member].0);
    let main = (0..members.len()).find(|&member| !set_apart(member)).map_or(0, |member| classes[member]);
    let mut found: BTreeMap<(bool, usize), Vec<(i64, String)>> = BTreeMap::new();
    for (member, class) in members.into_iter().zip(classes) {
        found.entry((class != main, class)).or_default().push(member);
    }
    found.into_values().collect()
}

/// Links, origins and events of all texts, in a chronicle that has none.
pub(super) fn derive_all(connection: &Connection) -> Result<(), StoreError> {
    let all = |sql: &str| -> Result<BTreeSet<i64>, StoreError> {
        Ok(connection.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    };
    let superseded = all("SELECT id FROM texts WHERE superseded")?;
    let texts: Vec<i64> = all("SELECT id FROM texts WHERE NOT superseded")?.into_iter().collect();
    let (mut profiles, mut concerned) = (Profiles::default(), Concerned::default());
    super::judgements::settle_claims(connection, &all("SELECT id FROM claims")?)?;
    link(connection, &mut profiles, &superseded, &texts, &mut concerned)?;
    let groups = groups(connection, &mut profiles, &concerned)?;
    settle_origins(connection, &concerned.texts)?;
    super::events::settle(connection, &groups, &mut 1, BTreeSet::new(), None)
}
