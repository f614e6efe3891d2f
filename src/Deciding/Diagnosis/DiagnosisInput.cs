using System.ComponentModel.DataAnnotations;

namespace Pupitre.Deciding.Diagnosis;

/// <summary>What is asked before a diagnosis. A criterion that is left empty is unknown.</summary>
public sealed class DiagnosisInput
{
    public Guid ProcessId { get; set; }

    /// <summary>Version that the form was filled from, 0 for the first answers; a save over a newer one is refused.</summary>
    public long Version { get; set; }

    [Range(Leanings.MinValue, Leanings.MaxValue, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public int? Usefulness { get; set; }

    [Range(Leanings.MinValue, Leanings.MaxValue, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public int? Standardisation { get; set; }

    [Range(Leanings.MinValue, Leanings.MaxValue, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public int? Frequency { get; set; }

    [Range(Leanings.MinValue, Leanings.MaxValue, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public int? StrategicValue { get; set; }

    [Range(Leanings.MinValue, Leanings.MaxValue, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public int? Confidentiality { get; set; }

    [Range(Leanings.MinValue, Leanings.MaxValue, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public int? Expertise { get; set; }

    [Range(Leanings.MinValue, Leanings.MaxValue, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public int? Stability { get; set; }

    [Range(Leanings.MinValue, Leanings.MaxValue, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public int? ErrorCost { get; set; }

    [Range(Leanings.MinValue, Leanings.MaxValue, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public int? Dependency { get; set; }

    [StringLength(ProcessDiagnosis.MaxTextLength, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Reach { get; set; }

    [StringLength(ProcessDiagnosis.MaxTextLength, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Why { get; set; }

    public Objective? Objective { get; set; }

    public ControlLevel? Control { get; set; }

    [StringLength(ProcessDiagnosis.MaxTextLength, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Safety { get; set; }

    [StringLength(ProcessDiagnosis.MaxTextLength, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Return { get; set; }

    internal CriterionValues Values
    {
        get => CriterionValues.Of(new Dictionary<Criterion, int?>
        {
            [Criterion.Usefulness] = Usefulness,
            [Criterion.Standardisation] = Standardisation,
            [Criterion.Frequency] = Frequency,
            [Criterion.StrategicValue] = StrategicValue,
            [Criterion.Confidentiality] = Confidentiality,
            [Criterion.Expertise] = Expertise,
            [Criterion.Stability] = Stability,
            [Criterion.ErrorCost] = ErrorCost,
            [Criterion.Dependency] = Dependency,
        });
        set
        {
            (Usefulness, Standardisation, Frequency) = (value[Criterion.Usefulness], value[Criterion.Standardisation],
                value[Criterion.Frequency]);
            (StrategicValue, Confidentiality) = (value[Criterion.StrategicValue], value[Criterion.Confidentiality]);
            (Expertise, Stability) = (value[Criterion.Expertise], value[Criterion.Stability]);
            (ErrorCost, Dependency) = (value[Criterion.ErrorCost], value[Criterion.Dependency]);
        }
    }
}
