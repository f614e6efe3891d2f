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

        using var input = new LogInput(stream);
        if (LogFile.IsCsv(input.Beginning) && !LoadOcel.IsJson(input.Beginning) && LoadPlainCsv.TryRun(input, options, token) is { } log)
        {
            return log;
        }

        if (LoadOcel.IsJson(input.Beginning))
        {
            return LoadOcel.Run(input, options, token);
        }

        using var reader = LogFile.Open(input, options.Reading with { Attributes = Wanted(options) });
        return Read(reader, options, token);
    }

    internal static EventLog Read(EventLogReader reader, EventLogOptions options, CancellationToken token)
    {
        var reading = new LogReading(reader, options);
        reading.AddAll(token);
        RefuseIncomplete(reader.LeftOut, options);
        return reading.Builder.Build(
            columns => columns with
            {
                LeftOut = reader.LeftOut,
                Guesses = reader.Guesses,
                OfOtherTransitions = reading.OfOtherTransitions,
                DaysWithoutHour = reading.DaysWithoutHour,
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

    /// <summary>Attributes that a reader has to keep.</summary>
    internal static HashSet<string> Wanted(EventLogOptions options) =>
        options.PartyAttribute is { } party ? [.. options.Attributes, party] : [.. options.Attributes];
}
