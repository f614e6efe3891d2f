using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Http;
using Pupitre.Kernel;
using Pupitre.Platform.Forms;
using Pupitre.Platform.Words;

namespace Pupitre.Platform.Ui;

/// <summary>
/// A field to choose from a list. What was sent and does not stand in the list was chosen by nobody: it is refused at the field, and
/// never read as one of the entries, as the readers of forms do with numbers and cases.
/// </summary>
public abstract class ChosenField<T> : LabelledField<T>
{
    private ValidationMessageStore? _messages;

    [Inject]
    internal IHttpContextAccessor Http { get; set; } = null!;

    [Parameter, EditorRequired]
    public IReadOnlyList<Choice> Choices { get; set; } = [];

    /// <summary>The entry for no value.</summary>
    [Parameter]
    public string? None { get; set; }

    protected override void OnInitialized()
    {
        base.OnInitialized();
        if (EditContext is not null)
        {
            _messages = new ValidationMessageStore(EditContext);
            EditContext.OnValidationRequested += Check;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && EditContext is not null)
        {
            EditContext.OnValidationRequested -= Check;
        }

        base.Dispose(disposing);
    }

    private void Check(object? sender, ValidationRequestedEventArgs asked)
    {
        _messages!.Clear();
        if (Sent() is { } sent && !IsOffered(sent))
        {
            _messages.Add(FieldIdentifier, Guid.TryParse(sent, out _) ? Texts.Field_NotThere : Texts.Field_NotOffered.With(PostedChoice.Shown(sent)));
            EditContext.NotifyValidationStateChanged();
        }
    }

    private bool IsOffered(string sent) => (sent.Length == 0 && (None is not null || IsRequired)) || Choices.Any(choice => choice.Value == sent);

    private string? Sent() => Http.HttpContext is { Request: { HasFormContentType: true } request } && request.Form.TryGetValue(NameAttributeValue, out var sent) ? sent.ToString() : null;
}
