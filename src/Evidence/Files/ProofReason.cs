using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Pupitre.Kernel;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;

namespace Pupitre.Evidence.Files;

/// <summary>
/// Why something stands, or is proposed, on a due date: kept as what was seen, in parts, and put into words when it is read, in the
/// reader's language. What was kept as a sentence before stays that sentence.
/// </summary>
public sealed record ProofReason
{
    private const string Iso = "yyyy-MM-dd";

    private static readonly JsonSerializerOptions _json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        RespectNullableAnnotations = true,
    };

    public required ReasonKind Kind { get; init; }

    /// <summary>What the kind names, in its order: a sender and a subject, a file's name, a day.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>A person had put the like of it there before.</summary>
    public bool IsRemembered { get; init; }

    /// <summary>First day of the month that was read in it.</summary>
    public DateOnly? Month { get; init; }

    /// <summary>The day whose nearest due date it is, where no month was read.</summary>
    public DateOnly? Near { get; init; }

    public static ProofReason Of(ReasonKind kind, params IReadOnlyList<string?> parts) => new() { Kind = kind, Parts = [.. parts.Select(part => part ?? "")] };

    public static ProofReason Of(ReasonKind kind, DateOnly day) => Of(kind, day.ToString(Iso, CultureInfo.InvariantCulture));

    /// <summary>As it is kept, within <see cref="OccurrenceProof.MaxReasonLength"/>: the longest part is cut until all fits.</summary>
    public string ToJson()
    {
        if (Kind == ReasonKind.Sentence)
        {
            return Part(0).Cut(OccurrenceProof.MaxReasonLength);
        }

        var parts = Parts.ToArray();
        while (true)
        {
            var json = JsonSerializer.Serialize(this with { Parts = parts }, _json);
            var longest = Array.IndexOf(parts, parts.MaxBy(part => part.Length));
            if (json.Length <= OccurrenceProof.MaxReasonLength || longest < 0 || parts[longest].Length == 0)
            {
                return json;
            }

            parts[longest] = parts[longest].Cut(Math.Max(parts[longest].Length - (json.Length - OccurrenceProof.MaxReasonLength), parts[longest].Length / 2));
        }
    }

    /// <summary>Reads what was kept; what is no such JSON is a sentence of before.</summary>
    public static ProofReason FromJson(string kept)
    {
        try
        {
            return kept.StartsWith('{') && JsonSerializer.Deserialize<ProofReason>(kept, _json) is { } reason && Enum.IsDefined(reason.Kind) ? reason : Of(ReasonKind.Sentence, kept);
        }
        catch (JsonException)
        {
            return Of(ReasonKind.Sentence, kept);
        }
    }

    /// <summary>Whether both name the same line of the same file. What was kept before sheets were named says no sheet; long words are kept cut.</summary>
    public bool IsSameLine(ProofReason other)
    {
        var (mine, theirs) = (FromJson(ToJson()), FromJson(other.ToJson()));
        return mine.Kind == theirs.Kind && mine.Parts.Zip(theirs.Parts).All(pair => pair.First == pair.Second);
    }

    /// <summary>The title of a table that it was read under, and the sheet, empty where none was named; null for another reason.</summary>
    [JsonIgnore]
    public (string Title, string Sheet)? ReadUnder => Kind is ReasonKind.Row or ReasonKind.Cell ? (Part(2), Part(3)) : null;

    /// <summary>The first thing that it names, for where one name stands for all; null when it names none: words of the program are in the language of one reader.</summary>
    [JsonIgnore]
    public string? Name => Parts is [{ Length: > 0 } first, ..] ? first : null;

    /// <summary>In the reader's language.</summary>
    public override string ToString()
    {
        var why = IsRemembered ? Texts.Reason_Remembered.With(Why()) : Why();
        return Month is { } month ? Texts.Reason_Placed.With(why, Texts.Reason_Month.With(Moments.Month(month)))
            : Near is { } day ? Texts.Reason_Placed.With(why, Texts.Reason_NearestDue.With(Moments.Short(day)))
            : why;
    }

    private string Why() => Kind switch
    {
        ReasonKind.Dropped => Texts.Reason_Dropped,
        ReasonKind.ByHand => Texts.Reason_ByHand,
        ReasonKind.Named => Texts.Reason_Named,
        ReasonKind.Received => Texts.Reason_Received,
        ReasonKind.Typed => Texts.Reason_Typed.With(Part(0)),
        ReasonKind.Stated => Texts.Reason_Stated.With(Day() is { } day ? Moments.Long(day) : Part(0)),
        ReasonKind.Mail => Texts.Reason_Mail.With(Part(0), Part(1)),
        ReasonKind.Paper => Texts.Reason_Paper.With(Part(0), Part(1)),
        ReasonKind.File => Texts.Reason_File.With(Part(0)),
        ReasonKind.Row => Part(3).Length > 0 ? Texts.Reason_SheetRow.With(Part(0), Part(1), Part(2), Part(3)) : Texts.Reason_Row.With(Part(0), Part(1), Part(2)),
        ReasonKind.Cell => Texts.Reason_Cell.With(Part(0), Part(1), Part(2)),
        ReasonKind.BankLine => Texts.Reason_BankLine.With(Day() is { } day ? Moments.Short(day) : Part(0), Part(1), Part(2), Part(3)),
        ReasonKind.BankEntered => Texts.Reason_BankEntered.With(Day() is { } day ? Moments.Short(day) : Part(0)),
        _ => Part(0),
    };

    private string Part(int place) => place < Parts.Count ? Parts[place] : "";

    private DateOnly? Day() => DateOnly.TryParseExact(Part(0), Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>What something stands on a due date for.</summary>
public enum ReasonKind
{
    /// <summary>A whole sentence, as it was kept before reasons had parts.</summary>
    Sentence,

    /// <summary>A person dropped it on the due date.</summary>
    Dropped,

    /// <summary>A person placed it there.</summary>
    ByHand,

    /// <summary>It was here by its arrival.</summary>
    Received,

    /// <summary>Whoever of the other side handed it over says what it is for.</summary>
    Named,

    /// <summary>A person typed it in: their words.</summary>
    Typed,

    /// <summary>A person stated the day: that day.</summary>
    Stated,

    /// <summary>Sender and subject of a mail.</summary>
    Mail,

    /// <summary>Who a paper is from, and what it is.</summary>
    Paper,

    /// <summary>The name of the file.</summary>
    File,

    /// <summary>Table, line, column and, in a workbook, sheet.</summary>
    Row,

    /// <summary>Table, place of the cell, what its line is called and, in a workbook, sheet.</summary>
    Cell,

    /// <summary>A line of the bank: its day, its label, its amount, the rule that knows it, and its place in the file.</summary>
    BankLine,

    /// <summary>The day of the last bank entry of an accounting file.</summary>
    BankEntered,
}
