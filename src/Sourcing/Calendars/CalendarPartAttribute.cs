using System.ComponentModel.DataAnnotations;

namespace Pupitre.Sourcing.Calendars;

/// <summary>A field of a calendar that people type in their own words: what cannot be read of it is told beside it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CalendarPartAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var problems = ((CalendarForm)validationContext.ObjectInstance).ProblemsOf(validationContext.MemberName!);
        return problems.Count == 0 ? ValidationResult.Success : new ValidationResult(string.Join(' ', problems), [validationContext.MemberName!]);
    }
}
