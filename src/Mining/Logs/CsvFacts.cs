using System.Text;

namespace Pupitre.Mining;

/// <summary>What is known of a whole CSV before it is read: what its beginning alone cannot prove.</summary>
/// <param name="Encoding">The encoding, or null when the beginning decides.</param>
/// <param name="Dates">Which of day and month stands first, or null when the options or nothing say so.</param>
/// <param name="DatesLine">The line that proves it, or null.</param>
internal sealed record CsvFacts(Encoding? Encoding = null, DayMonthOrder? Dates = null, long? DatesLine = null)
{
    public static CsvFacts None { get; } = new();

    /// <summary>Looks at the whole of a file as far as that is needed, and goes back to where it stood.</summary>
    /// <exception cref="UnreadableLog">The file cannot be read, or its dates contradict each other.</exception>
    public static CsvFacts Prove(Stream file, LogOptions options)
    {
        var start = file.Position;
        try
        {
            using var input = new LogInput(new LeftOpenStream(file));
            if (!LogFile.IsCsv(input.Beginning))
            {
                return None;
            }

            var encoding = EncodingOf(file, input, start);
            return options.Dates is null && HasShortDates(input.Beginning, options, encoding) ? OfDates(input, options, encoding) : new(encoding);
        }
        finally
        {
            file.Position = start;
        }
    }

    /// <summary>What the column of the time proves, as facts for another reading.</summary>
    /// <exception cref="UnreadableLog">Some dates can only be day first and others only month first.</exception>
    public static CsvFacts Of(DayMonthProof dates, Encoding? encoding) => dates.IsContradictory
        ? throw new UnreadableLog(Texts.Csv_DatesContradict.Filled(dates.DayFirstLine, dates.MonthFirstLine), Math.Max(dates.DayFirstLine!.Value, dates.MonthFirstLine!.Value))
        : new(encoding, dates.Order, dates.DayFirstLine ?? dates.MonthFirstLine);

    /// <summary>What people should know about the order of dates that were read, or null when it goes without saying.</summary>
    public static string? Told(DayMonthProof dates, CsvFacts facts) =>
        facts.Dates == DayMonthOrder.MonthFirst ? Texts.Csv_MonthFirst.Filled(facts.DatesLine)
        : dates.Ambiguous > 0 && dates.DayFirstLine is null && facts.DatesLine is null ? Texts.Csv_DayFirstUnproved.Filled(dates.Ambiguous)
        : null;

    // Only a beginning without an accent leaves the encoding open.
    private static Encoding? EncodingOf(Stream file, LogInput input, long start)
    {
        if (input.IsPacked || input.Beginning.Length < LogInput.HeadSize || !Ascii.IsValid(input.Beginning))
        {
            return null;
        }

        var at = file.Position;
        file.Position = start;
        var encoding = TextEncoding.Prove(file);
        file.Position = at;
        return encoding;
    }

    private static bool HasShortDates(byte[] beginning, LogOptions options, Encoding? encoding)
    {
        using var reader = new CsvLogReader(new LogInput(new MemoryStream(beginning)), options, new(encoding));
        try
        {
            reader.ProveDates();
        }
        catch (UnreadableLog)
        {
            // The beginning may end inside quotes.
        }

        return !reader.Dates.IsEmpty;
    }

    private static CsvFacts OfDates(LogInput input, LogOptions options, Encoding? encoding)
    {
        using var reader = new CsvLogReader(input, options, new(encoding));
        reader.ProveDates();
        return Of(reader.Dates, encoding);
    }
}
