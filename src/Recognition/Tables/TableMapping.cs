using System.Text.Json;
using System.Text.Json.Serialization;
using Pupitre.Kernel.Commitments;

namespace Pupitre.Recognition.Tables;

/// <summary>What one line of a file is.</summary>
public enum TableShape
{
    /// <summary>A followed case, with several dates in columns.</summary>
    Case,

    /// <summary>One event.</summary>
    Event,

    /// <summary>An event log in XES: nothing has to be asked.</summary>
    Log,
}

/// <summary>How a table becomes events. Guessed, corrected by a person, remembered with the source.</summary>
public sealed record TableMapping
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public TableShape Shape { get; init; }

    /// <summary>Line of the names of the columns; the lines above are titles.</summary>
    public int HeaderLine { get; init; } = 1;

    /// <summary>Names of the columns: a file with the same ones is of the same shape.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    public char? Separator { get; init; }

    public string? Encoding { get; init; }

    /// <summary>IANA zone of times without an offset.</summary>
    public string Zone { get; init; } = "Europe/Paris";

    public bool IsMonthFirst { get; init; }

    /// <summary>All hours are 00:00: they stand for days.</summary>
    public bool MidnightIsDay { get; init; }

    public string? Case { get; init; }

    public string? Activity { get; init; }

    public string? Time { get; init; }

    public string? Transition { get; init; }

    public string? Resource { get; init; }

    /// <summary>Columns of dates of a followed case.</summary>
    public IReadOnlyList<DateColumn> Dates { get; init; } = [];

    /// <summary>Words of the file that stand for a name that commitments wait for: applied when events are read, so that correcting it imports nothing again.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The names in a kept mapping; none where there is no mapping.</summary>
    public static IReadOnlyDictionary<string, string> NamesOf(string? json) => json is null ? new Dictionary<string, string>(StringComparer.Ordinal) : FromJson(json).Names;

    public string ToJson() => JsonSerializer.Serialize(this, _json);

    public static TableMapping FromJson(string json) => JsonSerializer.Deserialize<TableMapping>(json, _json)!;

    public bool HasColumnsOf(IReadOnlyList<string> columns) => Columns.SequenceEqual(columns, StringComparer.OrdinalIgnoreCase);
}

/// <summary>A column of dates: what happened that day, and who wrote the date.</summary>
public sealed record DateColumn(string Column, string Activity, SourceClass AttestedBy);
