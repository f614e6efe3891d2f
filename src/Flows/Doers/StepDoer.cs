using Pupitre.Platform.Tenancy;

namespace Pupitre.Flows.Doers;

/// <summary>
/// Who does a step, said by a person, because who attests it does not always tell: the line of a bank shows that the provider paid. Holds for
/// all events of the step in one source; without a row, the doer is deduced.
/// </summary>
public sealed class StepDoer : ICompanyOwned
{
    /// <summary>Steps of one source of which it can be said.</summary>
    public const int MaxSteps = 1_000;

    private StepDoer()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid SourceId { get; private init; }

    /// <summary>The step, by the name that the events give it.</summary>
    public string Activity { get; private init; } = "";

    public Doer Doer { get; private set; }

    internal static StepDoer Create(Guid sourceId, string activity, Doer doer) => new() { SourceId = sourceId, Activity = activity, Doer = doer };

    internal void Say(Doer doer) => Doer = doer;
}

/// <summary>Whose step it is.</summary>
public enum Doer
{
    Company,
    Provider,
    ThirdParty,
}
