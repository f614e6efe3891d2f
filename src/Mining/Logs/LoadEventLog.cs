namespace Pupitre.Mining;

/// <summary>Loads a log whole, of any known form, recognised by its bytes: XES, CSV or object-centric JSON, gzipped or not.</summary>
internal static class LoadEventLog
{
    /// <summary>Reads a whole log. The stream is closed; it need not seek.</summary>
    /// <param name="stream">The file, gzipped or not.</param>
    /// <param name="options">What to keep, and how to read it.</param>
    /// <param name="token">Stops the reading.</param>
    /// <exception cref="UnreadableLog">It is none of the known forms, it is broken, has too many events, or an event lacks something and the options refuse that.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static EventLog Run(Stream stream, EventLogOptions options, CancellationToken token)
    {
        if (stream.CanSeek && LoadXesPieces.TryRun(stream, options, token) is { } pieced)
        {
            stream.Dispose();
            return pieced;
        }

        if (!stream.CanSeek)
        {
            using (stream)
            {
                return Checked(Once(stream, options, CsvFacts.None, token), options);
            }
        }

        using (stream)
        {
            return OfFile(stream, options, token);
        }
    }

    /// <summary>Reads a file at once, and once more in the rare case that its end shows how its beginning had to be read.</summary>
    private static EventLog OfFile(Stream file, EventLogOptions options, CancellationToken token)
    {
        var start = file.Position;
        var log = Once(new LeftOpenStream(file), options, CsvFacts.None, token);
        if (AskAgain(log, file, start, options) is { } facts)
        {
            file.Position = start;
            log = Once(new LeftOpenStream(file), options, facts, token);
        }

        return Checked(log, options);
    }

    private static CsvFacts? AskAgain(EventLog log, Stream file, long start, EventLogOptions options)
    {
        var facts = options.Reading.Dates is null && log.Dates is { MonthFirstLine: not null } dates ? CsvFacts.Of(dates, null) : null;
        if (log.HasOtherBytes)
        {
            file.Position = start;
            facts = TextEncoding.Windows1252.Equals(TextEncoding.Prove(file)) ? (facts ?? CsvFacts.None) with { Encoding = TextEncoding.Windows1252 } : facts;
        }

        return facts;
    }

    private static EventLog Checked(EventLog log, EventLogOptions options)
    {
        if (options.Reading.Dates is null && log.Dates is { MonthFirstLine: { } line } && !log.ReadsMonthFirst)
        {
            throw new UnreadableLog(Texts.Csv_MonthFirstLate.Filled(line), line);
        }

        RefuseIncomplete(log.LeftOut, options);
        RefuseUnusable(log.LeftOut, log.EventCount);
        return log;
    }

    private static EventLog Once(Stream stream, EventLogOptions options, CsvFacts facts, CancellationToken token)
    {
        using var input = new LogInput(stream);
        if (LogFile.IsCsv(input.Beginning) && !LoadOcel.IsJson(input.Beginning) && LoadPlainCsv.TryRun(input, options, facts, token) is { } log)
        {
            return log;
        }

        if (LoadOcel.IsJson(input.Beginning))
        {
            return LoadOcel.Run(input, options, token);
        }

        using var reader = LogFile.Open(input, options.Reading with { Attributes = Wanted(options) }, facts, leavesDatesOpen: true);
        return Read(reader, options, facts, token);
    }

    internal static EventLog Read(EventLogReader reader, EventLogOptions options, CsvFacts facts, CancellationToken token)
    {
        var reading = new LogReading(reader, options);
        reading.AddAll(token);
        return reading.Builder.Build(
            columns => columns with
            {
                LeftOut = reader.LeftOut,
                Guesses = reader.Guesses,
                OfOtherTransitions = reading.OfOtherTransitions,
                DaysWithoutHour = reading.DaysWithoutHour,
                Dates = (reader as CsvLogReader)?.Dates,
                ReadsMonthFirst = facts.Dates == DayMonthOrder.MonthFirst,
            },
            token);
    }

    internal static void RefuseIncomplete(LeftOut leftOut, EventLogOptions options)
    {
        if (options.RefusesIncomplete && (leftOut.Total > 0 || leftOut.EmptyCases > 0))
        {
            throw new UnreadableLog(
                Texts.Log_Incomplete.Filled(leftOut.WithoutCase, leftOut.WithoutActivity, leftOut.WithoutTime, leftOut.EmptyCases), leftOut.FirstLine);
        }
    }

    /// <summary>A log of which nothing at all could be used was not read, whatever its form.</summary>
    internal static void RefuseUnusable(LeftOut leftOut, int events)
    {
        if (events == 0 && leftOut.Total > 0)
        {
            throw new UnreadableLog(Texts.Log_NothingUsable.Filled(leftOut.Total, leftOut.WithoutCase, leftOut.WithoutActivity, leftOut.WithoutTime), leftOut.FirstLine);
        }
    }

    /// <summary>Attributes that a reader has to keep.</summary>
    internal static HashSet<string> Wanted(EventLogOptions options) =>
        options.PartyAttribute is { } party ? [.. options.Attributes, party] : [.. options.Attributes];
}
