using Pupitre.Kernel.Commitments;
using Pupitre.Mining;
using Pupitre.ServiceLevels.Evidence.Events;

namespace Pupitre.ServiceLevels.Flows.Logs;

/// <summary>
/// Whose step an event is, from the rules of who attests: what the provider or the company says of itself, it did. A third party's trace
/// (a mail server's, a bank's) shows that a step happened and not whose it is: it is the provider's where the provider speaks of the same
/// step elsewhere, else the company's where the company does, else the third party's own.
/// </summary>
internal sealed class StepParties
{
    private readonly string[] _ofActivity;

    public StepParties(SourceCases source)
    {
        _ofActivity = new string[source.Words.Count];
        Array.Fill(_ofActivity, PartyNames.ThirdParty);
        foreach (ref readonly var item in source.Events.AsSpan())
        {
            ref var party = ref _ofActivity[item.Activity];
            party = item.AttestedBy == SourceClass.Provider ? PartyNames.Provider
                : item.AttestedBy == SourceClass.Company && party != PartyNames.Provider ? PartyNames.Company
                : party;
        }
    }

    public string Of(in RecordedEvent item) => item.AttestedBy switch
    {
        SourceClass.Provider => PartyNames.Provider,
        SourceClass.Company => PartyNames.Company,
        _ => _ofActivity[item.Activity],
    };
}
