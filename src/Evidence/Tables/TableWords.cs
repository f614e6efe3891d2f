using Pupitre.Kernel;
using Pupitre.Recognition.Contents;
using Pupitre.Recognition.Tables;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Evidence.Tables;

/// <summary>What was understood of a table, in sentences.</summary>
internal static class TableWords
{
    private const int MostExamples = 3;
    private const int MostNamed = 4;

    private static readonly (string[] Words, Func<string> Noun)[] _nouns =
    [
        (["facture", "invoice", "n° piece", "piece"], () => Texts.Noun_Invoice), (["question"], () => Texts.Noun_Question), (["ticket"], () => Texts.Noun_Ticket), (["incident"], () => Texts.Noun_Incident),
        (["salarie", "matricule", "employee", "employe"], () => Texts.Noun_Employee), (["demande", "request"], () => Texts.Noun_Request), (["livraison", "delivery"], () => Texts.Noun_Delivery), (["dossier"], () => Texts.Noun_File), (["litige", "dispute"], () => Texts.Noun_Dispute),
    ];

    /// <summary>"Chaque ligne est une facture (« N° pièce ») ; « Relance 1 » est la date de Relance 1 envoyée."</summary>
    public static string Understood(TableMapping mapping, TableInput input)
    {
        var key = input.Case ?? mapping.Case;
        if (mapping.Shape == TableShape.Log)
        {
            return Texts.Table_AnswerLog;
        }

        if (mapping.Shape == TableShape.Event)
        {
            return key is null || input.Activity is null || input.Time is null ? Texts.Table_UnderstoodEventPart : Texts.Table_UnderstoodEvent.With(input.Activity, input.Time, key);
        }

        var dates = input.Dates.Where(date => date.Use == "yes").ToList();
        var named = string.Join(", ", dates.Take(MostNamed).Select(date => Folded.Of(date.Column) == Folded.Of(date.Activity) ? Texts.Table_DateIs.With(date.Column) : Texts.Table_DateIsOf.With(date.Column, TemplateEvents.Translate(date.Activity ?? ""))));
        return key is null ? Texts.Table_UnderstoodCasePart : dates.Count == 0 ? Texts.Table_NoDatesFound.With(mapping.Columns.Count) : Texts.Table_Understood.With(NounOf(key), key, named + (dates.Count > MostNamed ? " " + Texts.Table_DatesMore.With(dates.Count - MostNamed) : ""));
    }

    /// <summary>Up to three cases of the file, as they will be read.</summary>
    public static IReadOnlyList<string> Examples(TablePreview preview, TableInput input) =>
    [
        .. preview.Rows.GroupBy(row => row.Case).Take(MostExamples).Select(group => Texts.Table_Example.With(
            group.Key, string.Join(", ", group.Take(MostNamed).Select(row => Texts.Table_ExampleEvent.With(TemplateEvents.Translate(input.Names.Find(name => name.From == row.Activity)?.To ?? row.Activity), row.When))))),
    ];

    /// <summary>How many dates would be read, of what.</summary>
    public static string Effects(TablePreview preview) => (preview.IsWhole ? Texts.Table_WouldAdd : Texts.Table_WouldAddFirst).With(
        preview.Activities.Values.Sum(),
        string.Join(", ", preview.Activities.OrderByDescending(pair => pair.Value).Take(MostNamed * 2).Select(pair => Texts.Table_WouldAddOf.With(pair.Value, TemplateEvents.Translate(pair.Key)))));

    private static string NounOf(string column)
    {
        var folded = Folded.Of(column);
        return Array.Find(_nouns, noun => Array.Exists(noun.Words, word => folded.Contains(word, StringComparison.Ordinal))).Noun?.Invoke() ?? Texts.Noun_Case;
    }
}
