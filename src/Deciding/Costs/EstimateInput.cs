using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Kernel;

namespace Pupitre.Deciding.Costs;

/// <summary>One figure as it is typed: "12", or "10 / 12 / 15"; empty for what nobody knows.</summary>
public sealed class EstimateInput : IValidatableObject
{
    private const int MaxFiguresLength = 60;

    public CostInput Input { get; set; }

    public string? Figures { get; set; }

    /// <summary>Above the form all that is wrong stands together: each says of what.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Wrong() is { } message ? [new(Texts.Costs_Of.With(CostWords.Of(Input), message), [nameof(Figures)])] : [];

    /// <exception cref="Refused">A figure is none, or out of its range; the field of the first is named.</exception>
    internal static void Check(IReadOnlyList<EstimateInput> figures)
    {
        foreach (var (at, figure) in figures.Index())
        {
            if (figure.Wrong() is { } message)
            {
                throw new Refused(Texts.Costs_Of.With(CostWords.Of(figure.Input), message), $"Figures[{at}].{nameof(Figures)}");
            }
        }
    }

    private string? Wrong()
    {
        if (string.IsNullOrWhiteSpace(Figures))
        {
            return null;
        }

        if (Figures.Length > MaxFiguresLength || Estimate.Read(Figures) is not { } estimate)
        {
            return Texts.Costs_NotFigures.With(Figures);
        }

        var (least, most) = CostInputs.LimitsOf(Input);
        return estimate.Low >= least && estimate.High <= most
            ? null
            : Texts.Costs_OutOfRange.With(least, most.ToString("N0", CultureInfo.CurrentCulture));
    }

    /// <summary>What was typed, without what was left empty.</summary>
    internal static Estimates Read(IEnumerable<EstimateInput> figures) => Estimates.Of(figures
        .Select(figure => (figure.Input, Estimate: Estimate.Read(figure.Figures))).Where(figure => figure.Estimate is not null)
        .Select(figure => KeyValuePair.Create(figure.Input, figure.Estimate!.Value)));

    /// <summary>The fields of a form, filled with what is known.</summary>
    internal static List<EstimateInput> Of(IReadOnlyList<CostInput> inputs, Estimates known) =>
        [.. inputs.Select(input => new EstimateInput { Input = input, Figures = known[input]?.Write(CultureInfo.CurrentCulture) })];
}

/// <summary>What is said of a process as it is done today.</summary>
[Microsoft.Extensions.Validation.Embedded.ValidatableType]
public sealed class CostsInput
{
    public Guid ProcessId { get; set; }

    /// <summary>Version that the form was filled from, 0 for the first; a save over a newer one is refused.</summary>
    public long Version { get; set; }

    [MaxLength(CostInputs.Count)]
    public List<EstimateInput> Figures { get; set => field = value ?? []; } = [];
}

/// <summary>What is said of an offer.</summary>
[Microsoft.Extensions.Validation.Embedded.ValidatableType]
public sealed class OfferInput
{
    /// <summary>Key of the offer, made with the form: a form sent twice makes one offer.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid ProcessId { get; set; }

    public long Version { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Offer_NameMissing))]
    [StringLength(CostOffer.MaxNameLength, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Name { get; set; }

    public Way Way { get; set; } = Way.Outsource;

    [MaxLength(CostInputs.Count)]
    public List<EstimateInput> Figures { get; set => field = value ?? []; } = [];
}
