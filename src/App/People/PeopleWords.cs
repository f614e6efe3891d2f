using Pupitre.Kernel;
using Pupitre.Platform.People;
using Pupitre.Platform.Words;

namespace Pupitre.App.People;

/// <summary>What people are to the company, in the reader's language.</summary>
internal static class PeopleWords
{
    private const int MaxNamed = 2;

    /// <summary>"Pilote : Paie, Tenue comptable et 3 autres · Suppléant : Relances"; null when nothing rests on them.</summary>
    public static string? Parts(IReadOnlyList<PersonDuty> duties) => duties.Count == 0 ? null
        : string.Join(" · ", duties.GroupBy(duty => duty.Part, StringComparer.Ordinal).Select(part => Texts.People_PartOf.With(part.Key, Names([.. part.Select(duty => duty.Of)]))));

    /// <summary>"en absence jusqu’au 12/12/2026, avec Lucie pour couvrir".</summary>
    public static string Away(Absence absence, string? coveredBy) => coveredBy is null
        ? Texts.People_Away.With(Moments.Short(absence.Until))
        : Texts.People_AwayCovered.With(Moments.Short(absence.Until), coveredBy);

    private static string Names(IReadOnlyList<string> names) => names.Count <= MaxNamed + 1 ? string.Join(", ", names)
        : Texts.People_AndOthers.With(string.Join(", ", names.Take(MaxNamed)), names.Count - MaxNamed);
}
