using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Platform.Words;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;

namespace Pupitre.Deciding.Diagnosis;

/// <summary>Criteria in the reader's language: what they are called, what their ends mean, and where a value comes from.</summary>
internal static class CriterionWords
{
    public static string Of(Criterion criterion) => All(criterion).Name;

    /// <summary>"1 : chaque cas est différent", 2, 3, 4, "5 : toujours pareil".</summary>
    public static IReadOnlyList<Choice> Choices(Criterion criterion)
    {
        var (_, low, high) = All(criterion);
        return
        [
            .. Enumerable.Range(Leanings.MinValue, Leanings.MaxValue).Select(value => new Choice(
                value.ToString(CultureInfo.InvariantCulture),
                value == Leanings.MinValue ? Texts.Criterion_End.With(value, low)
                    : value == Leanings.MaxValue ? Texts.Criterion_End.With(value, high)
                    : value.ToString(CultureInfo.CurrentCulture))),
        ];
    }

    public static string Value(int? value) => value is { } known ? Texts.Criterion_Of5.With(known) : Texts.Criterion_Unknown;

    /// <summary>"carte : 1 560 fois par an", "votre réponse", "inconnu".</summary>
    public static string Source(CriterionReading reading) => reading.Source switch
    {
        ReadingSource.Map => Texts.Criterion_FromMap.With(Fact(reading)),
        ReadingSource.Said => Texts.Criterion_Said,
        _ => reading.Criterion == Criterion.FormalTarget ? Texts.Criterion_NoTarget : Texts.Criterion_NobodyKnows,
    };

    private static string Fact(CriterionReading reading)
    {
        var figure = reading.Figure ?? 0;
        return reading.Criterion switch
        {
            Criterion.Frequency => Texts.Criterion_FactVolume.With(figure.ToString("N0", CultureInfo.CurrentCulture)),
            Criterion.Standardisation => Texts.Criterion_FactPath.With(figure),
            Criterion.Confidentiality => Texts.Criterion_FactData.With(ProcessWords.Listed((SensitiveData)(int)figure)),
            Criterion.Measurability => Texts.Criterion_FactFigures.With((int)figure),
            Criterion.FormalTarget => Texts.Criterion_FactTarget.With((int)figure),
            Criterion.ErrorCost => Texts.Criterion_FactErrors.With(figure.ToString("0.#", CultureInfo.CurrentCulture)),
            _ => Texts.Criterion_FactPeople.With((int)figure),
        };
    }

    private static (string Name, string Low, string High) All(Criterion criterion) => criterion switch
    {
        Criterion.Usefulness => (Texts.Criterion_Usefulness, Texts.Criterion_UsefulnessLow, Texts.Criterion_UsefulnessHigh),
        Criterion.Standardisation => (Texts.Criterion_Standard, Texts.Criterion_StandardLow, Texts.Criterion_StandardHigh),
        Criterion.Frequency => (Texts.Criterion_Frequency, Texts.Criterion_FrequencyLow, Texts.Criterion_FrequencyHigh),
        Criterion.StrategicValue => (Texts.Criterion_Strategic, Texts.Criterion_StrategicLow, Texts.Criterion_StrategicHigh),
        Criterion.Confidentiality => (Texts.Criterion_Secret, Texts.Criterion_SecretLow, Texts.Criterion_SecretHigh),
        Criterion.Expertise => (Texts.Criterion_Expertise, Texts.Criterion_ExpertiseLow, Texts.Criterion_ExpertiseHigh),
        Criterion.Stability => (Texts.Criterion_Stability, Texts.Criterion_StabilityLow, Texts.Criterion_StabilityHigh),
        Criterion.Measurability => (Texts.Criterion_Measure, Texts.Criterion_MeasureLow, Texts.Criterion_MeasureHigh),
        Criterion.FormalTarget => (Texts.Criterion_Target, Texts.Criterion_TargetLow, Texts.Criterion_TargetHigh),
        Criterion.ErrorCost => (Texts.Criterion_Errors, Texts.Criterion_ErrorsLow, Texts.Criterion_ErrorsHigh),
        _ => (Texts.Criterion_Depends, Texts.Criterion_DependsLow, Texts.Criterion_DependsHigh),
    };
}
