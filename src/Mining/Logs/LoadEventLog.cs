namespace Pupitre.Mining;

/// <summary>Loads a log whole, of any known form, recognised by its bytes: XES, CSV or object-centric JSON, gzipped or not.</summary>
internal static class LoadEventLog
{
    private const int EventsBetweenChecks = 1 << 14;

    /// <summary>Reads a whole log. The stream is closed; it need not seek.</summary>
    /// <param name="stream">The file, gzipped or not.</param>
    /// <param name="options">What to keep, and how to read it.</param>
    /// <param name="token">Stops the reading.</param>
    /// <exception cref="UnreadableLog">It is none of the known forms, it is broken, has too many events, or an event lacks something and the options refuse that.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static EventLog Run(Stream stream, EventLogOptions options, CancellationToken token)
    {
        using var input = new LogInput(stream, readsAhead: true);
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
        var builder = new EventLogBuilder(options.Attributes, options.MostEvents);
        var reading = new Reading(reader, builder, options);
        for (var count = 0; reader.Read(); count++)
        {
            if (count % EventsBetweenChecks == 0)
            {
                token.ThrowIfCancellationRequested();
            }

            reading.AddCurrent();
        }

        RefuseIncomplete(reader.LeftOut, options);
        return builder.Build(
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

    private static HashSet<string> Wanted(EventLogOptions options) =>
        options.PartyAttribute is { } party ? [.. options.Attributes, party] : [.. options.Attributes];

    /// <summary>Adds what a reader reaches to a log.</summary>
    private sealed class Reading(EventLogReader reader, EventLogBuilder builder, EventLogOptions options)
    {
        private readonly Dictionary<string, int> _cases = [];
        private string? _lastName;
        private long _lastTrace = -1;
        private int _case;

        public long OfOtherTransitions { get; private set; }

        public long DaysWithoutHour { get; private set; }

        public void AddCurrent()
        {
            if (options.Lifecycle is { } wanted && !string.Equals(reader.Transition, wanted, StringComparison.OrdinalIgnoreCase))
            {
                OfOtherTransitions++;
                return;
            }

            DaysWithoutHour += reader.IsDay ? 1 : 0;
            var number = CaseNumber();
            var party = options.PartyAttribute is { } attribute ? reader.ValueOf(attribute) : null;
            builder.Add(number, reader.Activity, reader.Time.ToUnixTimeTicks(), reader.Transition, reader.Resource, party);
            builder.AddAttributes(number, reader.Attributes, reader.CaseAttributes);
        }

        private int CaseNumber()
        {
            if (reader.Trace is { } trace)
            {
                _case = trace == _lastTrace ? _case : builder.NewCase(reader.Case);
                _lastTrace = trace;
                return _case;
            }

            if (!ReferenceEquals(reader.Case, _lastName))
            {
                _lastName = reader.Case;
                if (!_cases.TryGetValue(_lastName, out _case))
                {
                    _case = builder.NewCase(_lastName);
                    _cases.Add(_lastName, _case);
                }
            }

            return _case;
        }
    }
}
