using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using IClock = NodaTime.IClock;
using Pupitre.Platform.Access.SetUp;
using Pupitre.Platform.Data;
using Pupitre.Sample.Files;
using Pupitre.Sample.World;

namespace Pupitre.Browser.Tests.Stories;

/// <summary>The owner of a small company on the first day: with mouse and script, or with the keyboard on a phone without any.</summary>
internal sealed class Newcomer(Visitor visitor, bool byKeyboard, bool hasScript)
{
    private const int MostShown = 200;
    private const int BeginsMs = 10_000;
    private const float ArrivesMs = 60_000;

    public Visitor Visitor => visitor;

    /// <summary>How often something was typed, chosen or pressed.</summary>
    public int Acts { get; private set; }

    /// <summary>The link that the program prints at its first start.</summary>
    public static async Task<string> SetUpLinkAsync(RunningPupitre pupitre)
    {
        await using var scope = pupitre.Services.CreateAsyncScope();
        var now = scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant();
        var token = await SetUpToken.IssueAsync(scope.ServiceProvider.GetRequiredService<Db>(), now, TestContext.Current.CancellationToken);
        return "/set-up?token=" + token;
    }

    /// <summary>Writes the sample company's files to a folder, as if they lay on the owner's desk.</summary>
    public static IReadOnlyList<string> FilesOnDesk(string folder)
    {
        Directory.CreateDirectory(folder);
        return [.. SampleFiles.Of(SampleWorld.At(TestClock.Start)).Select(file =>
        {
            var path = Path.Combine(folder, file.Name);
            File.WriteAllBytes(path, file.Content);
            return path;
        })];
    }

    /// <summary>Looks for barriers, which is done by a script in the page: nothing to find them with where scripts are off.</summary>
    public async Task FindNoBarrierAsync()
    {
        if (hasScript)
        {
            await visitor.FindNoBarrierAsync();
            await visitor.FindNoSidewaysScrollAsync();
        }
    }

    public async Task FillAsync(string field, string value)
    {
        Acts++;
        var input = visitor.Page.Locator($"[name='{field}']");
        if (!byKeyboard)
        {
            await input.FillAsync(value);
            return;
        }

        await input.FocusAsync();
        await visitor.Page.Keyboard.TypeAsync(value);
    }

    /// <summary>
    /// A date field is typed part by part in the order of the reader's country; filling it whole is the same to the form.
    /// </summary>
    public Task FillDateAsync(string field, DateOnly date) => visitor.Page.Locator($"[name='{field}']")
        .FillAsync(date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Presses what <paramref name="selector"/> finds, by mouse or by Enter on the focus.</summary>
    public async Task PressAsync(string selector)
    {
        Acts++;
        var target = visitor.Page.Locator(selector).First;
        if (byKeyboard)
        {
            await target.FocusAsync();
            await visitor.Page.Keyboard.PressAsync("Enter");
            return;
        }

        await target.ClickAsync();
    }

    /// <summary>
    /// Presses what leads to another page, and once more when nothing has begun, as people do. When it leads nowhere, says where the
    /// newcomer stands and what was asked without an answer.
    /// </summary>
    public async Task PressToAsync(string selector, string path)
    {
        var asked = new List<string>();
        var begun = new TaskCompletionSource();
        visitor.Page.Request += Ask;
        visitor.Page.RequestFinished += Answered;
        try
        {
            await PressAsync(selector);
            if (await Task.WhenAny(begun.Task, Task.Delay(BeginsMs, TestContext.Current.CancellationToken)) != begun.Task)
            {
                await PressAsync(selector);
            }

            await visitor.Page.WaitForURLAsync(url => url.Contains(path, StringComparison.Ordinal), new() { Timeout = ArrivesMs });
        }
        catch (TimeoutException late)
        {
            throw new ShouldAssertException(
                $"{selector} does not lead to {path}. Without an answer: {string.Join(", ", asked)}. {await StandingAsync()}",
                late);
        }
        finally
        {
            visitor.Page.Request -= Ask;
            visitor.Page.RequestFinished -= Answered;
        }

        void Ask(object? sender, IRequest request)
        {
            asked.Add($"{request.Method} {request.Url}");
            begun.TrySetResult();
        }

        void Answered(object? sender, IRequest request) => asked.Remove($"{request.Method} {request.Url}");
    }

    private async Task<string> StandingAsync()
    {
        var focus = await visitor.Page.EvaluateAsync<string>("() => document.activeElement?.outerHTML ?? ''");
        var text = await visitor.Page.Locator("body").InnerTextAsync();
        var on = focus[..Math.Min(focus.Length, MostShown)];
        return $"The newcomer stands at {visitor.Page.Url}, the focus on {on}; the page says: {text}";
    }
}
