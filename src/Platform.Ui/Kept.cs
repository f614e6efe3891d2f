using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace Pupitre.Platform.Ui;

/// <summary>
/// Draws its content once for what it shows, and writes the same text from then on. For large drawings of something that is itself kept;
/// never around a form, whose token belongs to one answer.
/// </summary>
public sealed class Kept : IComponent
{
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, string>> _drawn = [];

    private RenderHandle _handle;

    /// <summary>What the content is drawn from, and nothing else is but <see cref="Key"/>: forgotten with it.</summary>
    [Parameter, EditorRequired]
    public object On { get; set; } = null!;

    /// <summary>Which of its drawings: whatever differs from reader to reader, but the language. Few different ones.</summary>
    [Parameter, EditorRequired]
    public string Key { get; set; } = "";

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    internal IServiceProvider Services { get; set; } = null!;

    [Inject]
    internal ILoggerFactory Loggers { get; set; } = null!;

    public void Attach(RenderHandle renderHandle) => _handle = renderHandle;

    public async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        var drawings = _drawn.GetOrCreateValue(On);
        var key = CultureInfo.CurrentUICulture.Name + " " + Key;
        if (!drawings.TryGetValue(key, out var html))
        {
            drawings[key] = html = await DrawAsync();
        }

        _handle.Render(builder => builder.AddMarkupContent(0, html));
    }

    private async Task<string> DrawAsync()
    {
        await using var renderer = new HtmlRenderer(Services, Loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<Content>(ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(Content.ChildContent)] = ChildContent }))).ToHtmlString());
    }

    private sealed class Content : ComponentBase
    {
        [Parameter]
        public RenderFragment? ChildContent { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, ChildContent);
    }
}
