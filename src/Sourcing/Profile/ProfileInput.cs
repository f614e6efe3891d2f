using System.ComponentModel.DataAnnotations;
using Pupitre.Sourcing.Edits;

namespace Pupitre.Sourcing.Profile;

/// <summary>What is asked once about the company, by the form and the first run.</summary>
public sealed class ProfileInput : IValidatableObject, IEditedInput
{
    // In the order of the forms, in which what is wrong is listed as well.
    [Range(0, CompanyProfile.MaxEmployees, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Profile_BadEmployees))]
    public int? Employees { get; set; }

    [Range(1, CompanyProfile.LastDayOfMonth, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Profile_BadPayDay))]
    public int? PayDay { get; set; }

    public bool PaidWithinMonth { get; set; } = true;

    public VatRegime VatRegime { get; set; }

    [Range(CompanyProfile.FirstVatDay, CompanyProfile.LastVatDay, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Profile_BadVatDay))]
    public int? VatDay { get; set; }

    [Range(1, 12, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Profile_BadClosingMonth))]
    public int ClosingMonth { get; set; } = 12;

    [Range(1, CompanyProfile.LastDayOfMonth, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Profile_BadClosingDay))]
    public int ClosingDay { get; set; } = CompanyProfile.LastDayOfMonth;

    public long Version { get; set; }

    /// <inheritdoc/>
    public string? Opened { get; set; }

    /// <summary>The fields, each declared once. A day of closing means something with its month only.</summary>
    internal static IReadOnlyList<FormField<ProfileInput>> Fields { get; } =
    [
        new(nameof(Employees), () => Texts.Profile_Employees),
        new(nameof(ClosingMonth), () => Texts.Profile_ClosingMonth, "closing"),
        new(nameof(ClosingDay), () => Texts.Profile_ClosingDay, "closing"),
        new(nameof(VatRegime), () => Texts.Profile_VatRegime),
        new(nameof(VatDay), () => Texts.Profile_VatDay),
        new(nameof(PayDay), () => Texts.Profile_PayDay),
        new(nameof(PaidWithinMonth), () => Texts.Profile_PaidWithinMonth),
    ];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ClosingMonth is >= 1 and <= 12 && ClosingDay < CompanyProfile.LastDayOfMonth && ClosingDay > DateTime.DaysInMonth(2024, ClosingMonth))
        {
            yield return new ValidationResult(Texts.Profile_BadClosing, [nameof(ClosingDay)]);
        }
    }
}
