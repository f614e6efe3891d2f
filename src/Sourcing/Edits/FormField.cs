using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Pupitre.Sourcing.Edits;

/// <summary>A field of a form, declared once: its name, its label, how its value is read as text and shown, and how it is taken over from another form.</summary>
/// <typeparam name="TInput">The form.</typeparam>
public sealed class FormField<TInput>
    where TInput : class
{
    private readonly PropertyInfo _property;
    private readonly Func<string> _label;
    private readonly Func<string, string>? _show;

    /// <param name="name">Name of the property.</param>
    /// <param name="label">What the form calls it, in the reader's language.</param>
    /// <param name="group">Fields that mean something together only, such as a length and its unit; null for one of its own.</param>
    /// <param name="show">The value as people read it; null where the text itself is read.</param>
    public FormField(string name, Func<string> label, string? group = null, Func<string, string>? show = null)
    {
        _property = typeof(TInput).GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) ?? throw new ArgumentException($"{typeof(TInput).Name} has no property {name}.", nameof(name));
        (_label, _show, Group) = (label, show, group ?? name);
    }

    public string Name => _property.Name;

    public string Label => _label();

    public string Group { get; }

    /// <summary>The value as text without the reader's culture; null for nothing. Two forms that say the same give the same text.</summary>
    public string? Read(TInput input) => _property.GetValue(input) switch
    {
        null => null,
        string text => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n"),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
        IEnumerable<Guid> keys => string.Join(',', keys.Distinct().Order()) is { Length: > 0 } text ? text : null,
        System.Collections.IEnumerable list => JsonSerializer.Serialize((object)list),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>The text as people read it.</summary>
    public string? Show(string? value) => string.IsNullOrEmpty(value) || _show is null ? value : _show(value);

    internal void Take(TInput to, TInput from) => _property.SetValue(to, _property.GetValue(from));
}

/// <summary>A form that knows what it was filled from.</summary>
public interface IEditedInput
{
    /// <summary>Version of the thing that the form was filled from.</summary>
    long Version { get; set; }

    /// <summary>What its fields said when it was filled, as text; null when that is not known.</summary>
    string? Opened { get; set; }
}
