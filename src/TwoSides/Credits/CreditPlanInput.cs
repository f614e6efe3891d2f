using System.ComponentModel.DataAnnotations;
using Pupitre.ClosedMonths.Credits;

namespace Pupitre.TwoSides.Credits;

/// <summary>What is asked about the credits of a contract.</summary>
[Microsoft.Extensions.Validation.Embedded.ValidatableType]
public sealed class CreditPlanInput
{
    public const int MostLines = 200;

    public Guid ContractId { get; set; }

    /// <summary>Version of the plan that the form was filled from, 0 for the first; a save over a newer one is refused.</summary>
    public long Version { get; set; }

    public CreditPeriod Period { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Credits_AtRiskMissing))]
    public decimal? AtRiskPercent { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Credits_PoolMissing))]
    public decimal? PoolPercent { get; set; } = 100;

    /// <summary>One for each commitment of the provider; without a part, it has no rule.</summary>
    [MaxLength(MostLines)]
    public List<CreditRuleInput> Lines { get; set => field = value ?? []; } = [];
}

/// <summary>What is asked about one commitment.</summary>
public sealed class CreditRuleInput
{
    public Guid CommitmentId { get; set; }

    public decimal? Allocation { get; set; }

    [StringLength(CreditPlanRule.MaxStepsLength, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Credits_StepsWrong))]
    public string? Steps { get; set; }

    public decimal? NothingAt { get; set; }

    public decimal? AllAt { get; set; }

    public decimal? EarnBackAt { get; set; }

    internal static CreditRuleInput Of(Guid commitmentId, CreditPlanRule? rule) => new()
    {
        CommitmentId = commitmentId,
        Allocation = rule?.Allocation,
        Steps = rule?.Steps,
        NothingAt = rule?.NothingAt,
        AllAt = rule?.AllAt,
        EarnBackAt = rule?.EarnBackAt,
    };
}
