using Pupitre.Kernel;
using Pupitre.ProcessMap.Whole;

namespace Pupitre.Deciding.Dossier;

/// <summary>How people are called in a process file: by their names, or by their functions where names are left out.</summary>
internal sealed class DossierNames(bool withNames, IReadOnlyDictionary<Guid, string?> functions)
{
    private readonly Dictionary<Guid, int> _unnamed = [];

    public bool AreShown => withNames;

    public string Of(MapName person) => withNames ? person.Name : Of(person.Id);

    /// <summary>The same process with everybody called so.</summary>
    public MapProcess Applied(MapProcess process) => withNames ? process : process with
    {
        Pilot = process.Pilot is { } pilot ? new MapName(pilot.Id, Of(pilot)) : null,
        Deputy = process.Deputy is { } deputy ? new MapName(deputy.Id, Of(deputy)) : null,
        Parts = [.. process.Parts.Select(part => part with { Person = new MapName(part.Person.Id, Of(part.Person)) })],
        Rekeyings = [.. process.Rekeyings.Select(row =>
            row with { Person = null, Function = row.Function ?? (row.Person is null ? null : Texts.Dossier_Somebody) })],
    };

    // Who has no function is told apart by a number.
    private string Of(Guid id)
    {
        if (functions.GetValueOrDefault(id) is { } function)
        {
            return function;
        }

        if (!_unnamed.TryGetValue(id, out var number))
        {
            _unnamed[id] = number = _unnamed.Count + 1;
        }

        return Texts.Dossier_Person.With(number);
    }
}
