using System.Runtime.InteropServices;
using Pupitre.Evidence.Events;
using Pupitre.Flows.Doers;
using Pupitre.Kernel.Commitments;
using Pupitre.Mining;

namespace Pupitre.Flows.Logs;

/// <summary>
/// Whose step an event is: what a person said of the step; else from the rules of who attests: what the provider or the company says of
/// itself, it did. A third party's trace (a mail server's, a bank's) shows that a step happened and not whose it is: it is the provider's
/// where the provider speaks of the same step elsewhere, else the company's where the company does, else that of whoever owes the step by a
/// commitment measured on the source; else nobody knows. Whoever attests something has not done it for that.
/// </summary>
internal sealed class StepParties
{
    private readonly SourceCases _source;
    private readonly Doer?[] _said;
    private readonly Doer?[] _owed;
    private readonly StepAttestations[] _attested;

    /// <param name="source">The events.</param>
    /// <param name="said">What a person said of who does a step.</param>
    /// <param name="owed">What commitments say of it.</param>
    public StepParties(SourceCases source, IReadOnlyDictionary<string, Doer> said, IReadOnlyDictionary<string, Doer> owed)
    {
        _source = source;
        _said = ByWord(said);
        _owed = ByWord(owed);
        _attested = new StepAttestations[source.Words.Count];
        foreach (ref readonly var item in source.Events.AsSpan())
        {
            _attested[item.Activity].Count(item.AttestedBy);
        }

        Doer?[] ByWord(IReadOnlyDictionary<string, Doer> doers) => [.. source.Words.Select(word => word is not null && doers.TryGetValue(word, out var doer) ? (Doer?)doer : null)];
    }

    /// <summary>Whether a person said who does it.</summary>
    public bool IsSaid(in RecordedEvent item) => _said[item.Activity] is not null;

    /// <returns>One of <see cref="PartyNames"/>, or null where nobody knows.</returns>
    public string? Of(in RecordedEvent item) => NameOf(_said[item.Activity] ?? _attested[item.Activity].DoerOf(item.AttestedBy) ?? _owed[item.Activity]);

    /// <summary>The steps of the source, the most frequent first, with whom each would be put down to.</summary>
    public IReadOnlyList<DeducedStep> Deduced() =>
    [
        .. Enumerable.Range(0, _attested.Length).Where(word => _attested[word].Events > 0).OrderByDescending(word => _attested[word].Events).ThenBy(word => word)
            .Take(StepDoer.MaxSteps).Select(word => new DeducedStep(_source.Words[word] ?? "", _attested[word].Events, DoersOf(word))),
    ];

    private IReadOnlyList<Doer> DoersOf(int word) => _attested[word].Doers is { Count: > 0 } speaking ? speaking : _owed[word] is { } owing ? [owing] : [];

    private static string? NameOf(Doer? doer) => doer switch
    {
        Doer.Company => PartyNames.Company,
        Doer.Provider => PartyNames.Provider,
        Doer.ThirdParty => PartyNames.ThirdParty,
        _ => null,
    };

    [StructLayout(LayoutKind.Auto)]
    private struct StepAttestations
    {
        private int _provider;
        private int _company;
        private int _others;

        public readonly int Events => _provider + _company + _others;

        /// <summary>Who speaks of the step as their own.</summary>
        public readonly IReadOnlyList<Doer> Doers => [.. (Doer[])(_provider > 0 ? [Doer.Provider] : []), .. (Doer[])(_company > 0 ? [Doer.Company] : [])];

        public void Count(SourceClass attestedBy)
        {
            switch (attestedBy)
            {
                case SourceClass.Provider:
                    _provider++;
                    break;
                case SourceClass.Company:
                    _company++;
                    break;
                default:
                    _others++;
                    break;
            }
        }

        public readonly Doer? DoerOf(SourceClass attestedBy) => attestedBy switch
        {
            SourceClass.Provider => Doer.Provider,
            SourceClass.Company => Doer.Company,
            _ => _provider > 0 ? Doer.Provider : _company > 0 ? Doer.Company : null,
        };
    }
}

/// <summary>A step of a source, and to whom its events are put down as long as nobody says it.</summary>
/// <param name="Doers">More than one where some of its events are attested by one side and some by the other; none where nobody knows.</param>
public sealed record DeducedStep(string Activity, int Events, IReadOnlyList<Doer> Doers);

/// <summary>Who does the steps of a log.</summary>
/// <param name="BySource">The steps of each source, the most frequent first, at most <see cref="StepDoer.MaxSteps"/>.</param>
/// <param name="Said">Names of the steps of which a person said it.</param>
public sealed record StepsOfLog(IReadOnlyDictionary<Guid, IReadOnlyList<DeducedStep>> BySource, IReadOnlySet<string> Said);
