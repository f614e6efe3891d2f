using Pupitre.Kernel;
using Pupitre.Platform.People;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>Somebody whom a sheet names.</summary>
/// <param name="Id">Key of the person; null for one who is made.</param>
/// <param name="Name">As it stands in the directory, or as it was written.</param>
/// <param name="Side">Where they work; null for the company itself.</param>
public sealed record SheetPerson(Guid? Id, string Name, PersonSide? Side)
{
    public bool IsOurs => Side is null;

    /// <summary>Alike for two rows that name one person.</summary>
    public string Same => Id?.ToString() ?? Name.Folded() + "@" + Side?.Ref.Id;
}

/// <summary>
/// Tells who is meant by the names of a workbook. A name that nobody bears makes a person; one that several bear is refused.
/// </summary>
internal sealed class SheetPeople(KnownMap known)
{
    private readonly ILookup<string, KnownPerson> _byName =
        known.Persons.Values.ToLookup(person => person.FoldedName, StringComparer.Ordinal);

    private readonly Dictionary<string, SheetPerson> _made = new(StringComparer.Ordinal);

    /// <summary>Whom the workbook would add to the directory.</summary>
    public IReadOnlyCollection<SheetPerson> Made => _made.Values;

    /// <summary>Who is meant.</summary>
    /// <param name="name">The name, as written.</param>
    /// <param name="provider">Where they work, as written; empty for the company itself.</param>
    /// <param name="there">Who stands in that place now: their name means them, and not another of that name.</param>
    /// <returns>The person; or what is wrong with the name, or with the provider.</returns>
    public (SheetPerson? Person, string? BadName, string? BadProvider) Find(string name, string provider, IEnumerable<Guid> there)
    {
        var sides = provider.Length == 0 ? [] : known.Sides.Where(side => side.Name.Folded() == provider.Folded()).ToList();
        if (provider.Length > 0 && sides.Count == 0)
        {
            return (null, null, Texts.Sheet_NoSuchProvider.With(SheetCells.Shown(provider)));
        }

        var same = _byName[name.Trim().Folded()].ToList();
        var found = same.FindAll(person => provider.Length == 0
            ? person.SideId is null
            : sides.Exists(side => side.Ref.Id == person.SideId));
        return found.Find(person => there.Contains(person.Id)) is { } placed ? (Of(placed), null, null)
            : found is [var one] ? (Of(one), null, null)
            : found.Count > 1 ? (null, Texts.Sheet_PersonTwice.With(SheetCells.Shown(name)), null)
            : sides.Count > 1 ? (null, null, Texts.Sheet_ProviderTwice.With(SheetCells.Shown(provider)))
            : provider.Length == 0 && same is [var elsewhere, ..] ? (null, null, WorksAt(elsewhere))
            : (Make(name.Trim(), sides.FirstOrDefault()), null, null);
    }

    private SheetPerson Of(KnownPerson person) =>
        new(person.Id, person.Name, known.Sides.FirstOrDefault(side => side.Ref.Id == person.SideId));

    private string WorksAt(KnownPerson person) =>
        Texts.Sheet_WorksAt.With(person.Name, Of(person).Side?.Name ?? Texts.Role_Provider);

    private SheetPerson Make(string name, PersonSide? side)
    {
        var person = new SheetPerson(null, name, side);
        return _made.TryGetValue(person.Same, out var made) ? made : _made[person.Same] = person;
    }
}
