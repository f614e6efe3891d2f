using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Pupitre.Platform.Ui;

/// <summary>
/// An input with its label above, its help below and its error beside it. It derives from <see cref="InputBase{T}"/> because an
/// input inside a plain component posts under another name than the model's.
/// </summary>
/// <remarks>Values are written in the invariant culture, which browsers and the form reader expect; what people read is theirs.</remarks>
public abstract class LabelledField<T> : InputBase<T>
{
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Help { get; set; }

    [Parameter]
    public bool IsRequired { get; set; }

    /// <summary>Whether the field is narrow, for a date or a number.</summary>
    [Parameter]
    public bool IsShort { get; set; }

    protected string FieldId => FieldNames.IdOf(NameAttributeValue);

    protected IReadOnlyList<string> Errors => EditContext is null ? [] : [.. EditContext.GetValidationMessages(FieldIdentifier)];

    protected bool IsInvalid => Errors.Count > 0;

    protected string? DescribedBy => Help is null && !IsInvalid ? null : FieldId + "-note";

    protected override string? FormatValueAsString(T? value) => value switch
    {
        null => null,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        // 95, and not the 95.0 that the database gives back.
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    // Pages are rendered on the server and answered by a form: nothing is parsed here.
    protected override bool TryParseValueFromString(string? value, [MaybeNullWhen(false)] out T result, [NotNullWhen(false)] out string? validationErrorMessage) =>
        throw new NotSupportedException("Fields are posted with their form.");
}

/// <summary>Identifiers of fields in the page, derived from their names so that an error can link to its field.</summary>
public static class FieldNames
{
    public static string IdOf(string name) => "field-" + name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);
}
