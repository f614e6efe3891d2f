namespace Pupitre.Mining;

/// <summary>Adds what a reader reaches to a log.</summary>
internal sealed class LogReading(EventLogReader reader, EventLogOptions options)
{
    private const int EventsBetweenChecks = 1 << 14;

    private readonly Dictionary<string, int> _cases = [];
    private string? _lastName;
    private long _lastTrace = -1;
    private int _case;

    public EventLogBuilder Builder { get; } = new(options.Attributes, options.MostEvents);

    public long OfOtherTransitions { get; private set; }

    public long DaysWithoutHour { get; private set; }

    public void AddAll(CancellationToken token)
    {
        for (var count = 0; reader.Read(); count++)
        {
            if (count % EventsBetweenChecks == 0)
            {
                token.ThrowIfCancellationRequested();
            }

            AddCurrent();
        }
    }

    private void AddCurrent()
    {
        if (options.Lifecycle is { } wanted && !string.Equals(reader.Transition, wanted, StringComparison.OrdinalIgnoreCase))
        {
            OfOtherTransitions++;
            return;
        }

        DaysWithoutHour += reader.IsDay ? 1 : 0;
        var number = CaseNumber();
        var party = options.PartyAttribute is { } attribute ? reader.ValueOf(attribute) : null;
        Builder.Add(number, reader.Activity, reader.Time.ToUnixTimeTicks(), reader.Transition, reader.Resource, party);
        Builder.AddAttributes(number, reader.Attributes, reader.CaseAttributes);
    }

    private int CaseNumber()
    {
        if (reader.Trace is { } trace)
        {
            _case = trace == _lastTrace ? _case : Builder.NewCase(reader.Case);
            _lastTrace = trace;
            return _case;
        }

        if (!ReferenceEquals(reader.Case, _lastName))
        {
            _lastName = reader.Case;
            if (!_cases.TryGetValue(_lastName, out _case))
            {
                _case = Builder.NewCase(_lastName);
                _cases.Add(_lastName, _case);
            }
        }

        return _case;
    }
}
