using System.Net;
using System.Text;
using AngleSharp.Html.Dom;

namespace Pupitre.Product.Tests.Platform;

/// <summary>The real program, told to stop as a service manager does; on whichever database, it stops alike.</summary>
[Trait(TestDatabase.Trait, TestDatabase.SqliteOnly)]
public sealed class StopTests
{
    [Fact]
    public async Task A_request_under_way_is_answered_before_the_program_ends_and_what_it_brought_is_there()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signal.");
        await using var data = await TestDatabase.CreatePreparedAsync();
        var files = Path.Combine(data.Place.Folder, "files");
        await using (var program = await StartedProgram.StartAsync(data.Place))
        {
            using var browser = new TestBrowser(program.Address, "fr");
            await browser.OpenAsync(program.Link);
            await browser.SendAsync("main form", ("Input.CompanyName", "Menuiserie Durand"), ("Input.OwnerName", "Anne"), ("Input.Email", "anne@exemple.fr"), ("Input.Password", RunningPupitre.Password));
            await browser.OpenAsync("/menuiserie-durand/evidence");
            var pause = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using var file = new SlowContent("une pièce qui ", "arrive lentement", pause.Task);
            using var form = Form(browser, file);

            // As a script sends it: told where it leads, and not sent there, where a program that stops takes no new connection.
            using var upload = new HttpRequestMessage(HttpMethod.Post, "/menuiserie-durand/evidence/files") { Content = form };
            upload.Headers.Add("X-Pupitre-Upload", "1");
            var answer = browser.RawAsync(upload);
            await file.Begun.WaitAsync(Until.Patience, TestContext.Current.CancellationToken);
            await Until.TrueAsync(() => Directory.Exists(files) && Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories).Any(), "Nothing of the file arrives.");

            var ended = program.StopAsync();
            await Until.TrueAsync(async () => !await program.IsListeningAsync(), "The program does not stop listening.");
            ended.IsCompleted.ShouldBeFalse("The request under way is still to be answered.");
            pause.SetResult();

            using var response = await answer;
            response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
            (await ended).ShouldBe(0);
        }

        await using var again = await StartedProgram.StartAsync(data.Place);
        using var reader = new TestBrowser(again.Address, "fr");
        await reader.SignInAsync(new TestCompany("menuiserie-durand", Guid.Empty, "anne@exemple.fr"));
        await reader.OpenAsync("/menuiserie-durand/evidence");
        reader.Text.ShouldContain("lente.txt");
    }

    private static MultipartFormDataContent Form(TestBrowser browser, HttpContent file)
    {
        var form = new MultipartFormDataContent();
        foreach (var field in ((IHtmlFormElement)browser.Page.QuerySelector("file-drop form")!).Elements.OfType<IHtmlInputElement>().Where(field => field is { Name.Length: > 0, Type: "hidden" }))
        {
            form.Add(new StringContent(field.Value), field.Name!);
        }

        form.Add(file, "files", "lente.txt");
        return form;
    }

    /// <summary>Half now, half when it is told to.</summary>
    private sealed class SlowContent(string first, string second, Task pause) : HttpContent
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => _begun.Task;

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(first));
            await stream.FlushAsync();
            _begun.TrySetResult();
            await pause;
            await stream.WriteAsync(Encoding.UTF8.GetBytes(second));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
