using System.Globalization;
using System.Text;

namespace Pupitre.Mining;

/// <summary>Which column of a CSV holds what: named by the options, else guessed from the header.</summary>
internal sealed class CsvColumns
{
    private static readonly string[] CaseNames =
        ["case:concept:name", "caseid", "case", "idcase", "dossier", "iddossier", "numerodossier", "ndossier", "idcas", "cas", "traceid", "ticket", "ticketid", "incident", "srnumber", "demande", "reference", "numero", "id"];

    private static readonly string[] ActivityNames =
        ["concept:name", "activity", "activite", "activityname", "action", "etape", "event", "evenement", "eventname", "task", "tache", "operation", "step"];

    private static readonly string[] TimeNames =
        ["time:timestamp", "timestamp", "time", "horodatage", "dateheure", "datetime", "completetimestamp", "eventtime", "date", "quand", "endtime", "starttime", "starttimestamp"];

    private static readonly string[] TransitionNames = ["lifecycle:transition", "transition", "lifecycle", "status", "statut", "etat", "state"];

    private static readonly string[] ResourceNames =
        ["org:resource", "resource", "ressource", "user", "utilisateur", "agent", "acteur", "qui", "owner", "operateur"];

    private readonly List<string> _guesses = [];

    public CsvColumns(string[] header, LogOptions options)
    {
        Header = header;
        Case = Required(options.Case, CaseNames, Texts.Csv_CaseColumn, "--case");
        Activity = Required(options.Activity, ActivityNames, Texts.Csv_ActivityColumn, "--activity");
        Time = Required(options.Time, TimeNames, Texts.Csv_TimeColumn, "--time");
        Transition = Optional(options.Transition, TransitionNames, Texts.Csv_TransitionColumn);
        Resource = Optional(options.Resource, ResourceNames, Texts.Csv_ResourceColumn);
    }

    public string[] Header { get; }

    public int Case { get; }

    public int Activity { get; }

    public int Time { get; }

    /// <summary>Column of the transition, or -1.</summary>
    public int Transition { get; }

    /// <summary>Column of the resource, or -1.</summary>
    public int Resource { get; }

    public IReadOnlyList<string> Guesses => _guesses;

    /// <summary>No column holds two things.</summary>
    public bool AreDistinct
    {
        get
        {
            int[] known = [.. new[] { Case, Activity, Time, Transition, Resource }.Where(column => column >= 0)];
            return known.Distinct().Count() == known.Length;
        }
    }

    private int Required(string? named, string[] usual, string meaning, string option)
    {
        var at = Optional(named, usual, meaning);
        return at >= 0 ? at : throw new UnreadableLog(Texts.Csv_ColumnNotFound.Filled(meaning, option, Listed), 1);
    }

    private int Optional(string? named, string[] usual, string meaning)
    {
        if (named is not null)
        {
            var at = Array.IndexOf(Header, named);
            return at >= 0 ? at : throw new UnreadableLog(Texts.Csv_NamedColumnMissing.Filled(named, Listed), 1);
        }

        foreach (var name in usual)
        {
            var at = Array.FindIndex(Header, column => Plain(column) == name);
            if (at >= 0)
            {
                _guesses.Add(Texts.Csv_Guessed.Filled(meaning, Header[at]));
                return at;
            }
        }

        return -1;
    }

    private string Listed => string.Join(", ", Header.Take(30));

    /// <summary>Lower case, without accents, spaces and punctuation other than the colon.</summary>
    private static string Plain(string name) => string.Concat(name.Normalize(NormalizationForm.FormD)
        .Where(c => (char.IsLetterOrDigit(c) || c == ':') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
        .Select(char.ToLowerInvariant));
}
