namespace Pupitre.Mining;

/// <content>How filters make one view of another.</content>
public sealed partial class LogView
{
    private const int CasesBetweenChecks = 4_096;
    private const int Bits = 64;

    /// <summary>Keeps the cases whose number answers yes.</summary>
    internal LogView WithCases(Func<int, bool> isKept, string words, CancellationToken token) => WithPositions(position => isKept(CaseAt(position)), words, token);

    /// <summary>Keeps the cases whose position in this view answers yes.</summary>
    internal LogView WithPositions(Func<int, bool> isKept, string words, CancellationToken token)
    {
        var kept = new List<int>();
        for (var i = 0; i < CaseCount; i++)
        {
            CheckEvery(i, token);
            if (isKept(i))
            {
                kept.Add(CaseAt(i));
            }
        }

        return new(Log, [.. kept], _events, [.. Filters, words]);
    }

    /// <summary>Keeps the events whose number answers yes, and the cases that some are left of.</summary>
    internal LogView WithEvents(Func<int, bool> isKept, string words, CancellationToken token) => WithEventsOfCases((_, item) => isKept(item), words, token);

    /// <summary>Likewise; the condition is asked with the number of the case and that of the event.</summary>
    internal LogView WithEventsOfCases(Func<int, int, bool> isKept, string words, CancellationToken token)
    {
        var kept = new List<int>();
        var bits = new ulong[(Log.EventCount + Bits - 1) / Bits];
        for (var i = 0; i < CaseCount; i++)
        {
            CheckEvery(i, token);
            var (number, hasAny) = (CaseAt(i), false);
            foreach (var item in EventsOf(number))
            {
                if (isKept(number, item))
                {
                    bits[item / Bits] |= 1UL << (item % Bits);
                    hasAny = true;
                }
            }

            if (hasAny)
            {
                kept.Add(number);
            }
        }

        return new(Log, [.. kept], bits, [.. Filters, words]);
    }

    private static void CheckEvery(int number, CancellationToken token)
    {
        if (number % CasesBetweenChecks == 0)
        {
            token.ThrowIfCancellationRequested();
        }
    }
}
