using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Processes.Links;
using Pupitre.Processes.Roles;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>What a workbook would change, in the reader's language.</summary>
internal static class SheetWords
{
    private const int MostNames = 30;

    /// <summary>Each change of a process: "Pilote : – → Camille", "Valide : Camille s’ajoute", "Étapes : 2 → 3".</summary>
    public static IEnumerable<string> Lines(ProcessChange change) =>
    [
        .. change.Fields.Select(Change),
        .. change.Steps is { } steps && steps.Count != change.StepsBefore
            ? new[] { Texts.Sheet_StepsChange.With(change.StepsBefore, steps.Count) } : [],
        .. change.StepChanges.Select(Change),
        .. change.Duties.Select(part => Texts.Sheet_DutyNew.With(RoleWords.Of(part.Duty), Of(part.Person))),
        .. change.Levels.Select(level => Change(new FieldChange(
            Texts.Sheet_KnowHowOf.With(Of(level.Person)),
            level.From is { } from ? RoleWords.Of(from) : "",
            RoleWords.Of(level.To)))),
        .. change.Links.SelectMany(Lines),
        .. change.Rekeyings.SelectMany(Lines),
    ];

    /// <summary>Names one after the other, the first few where there are many.</summary>
    public static string Listed(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostNames))
        + (names.Count > MostNames ? ", … (+" + (names.Count - MostNames).ToString(CultureInfo.CurrentCulture) + ")" : "");

    /// <summary>"Jeanne Martin", or where she works as well.</summary>
    public static string Of(SheetPerson person) => person.Side is { } side ? RoleWords.At(person.Name, side.Name) : person.Name;

    private static IEnumerable<string> Lines(LinkChange link) => link.IsNew
        ? [Texts.Sheet_LinkNew.With(link.To, link.Input.Passes!.Trim(), LinkWords.Days(link.Input.DaysUntil))]
        : link.Fields.Select(field => Change(field with { Label = Texts.Sheet_LinkOf.With(link.To, field.Label) }));

    private static IEnumerable<string> Lines(RekeyingChange rekeying)
    {
        var title = Texts.Rekeying_Title.With(rekeying.Input.FromTool!.Trim(), rekeying.Input.ToTool!.Trim());
        return rekeying.IsNew
            ? [Texts.Sheet_RekeyingNew.With(title, rekeying.Input.Fields!.Trim())]
            : rekeying.Fields.Select(field => Change(field with { Label = Texts.Sheet_RekeyingOf.With(title, field.Label) }));
    }

    public static string Change(FieldChange field) =>
        Texts.Sheet_FieldChange.With(field.Label, field.From.Length == 0 ? "–" : field.From, field.To.Length == 0 ? "–" : field.To);
}
