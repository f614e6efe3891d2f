namespace Pupitre.Browser.Tests.Stories;

/// <summary>The accounting file as an owner reads it: what is due, what was received, what the last file says, and what to ask.</summary>
public sealed class AccountingFileStoryTests(Chromium chromium, SampledPupitre sample)
{
    private const string Lines = "main a[href*='/findings/']";

    [Fact]
    public async Task From_the_documents_due_to_the_questions_for_the_provider()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, sample.Pupitre.Address, new Visit());
        await visitor.SignInAsync(sample.Company);

        await OpenTheListAsync(visitor);
        await ReadTheReportAsync(visitor);
        await OpenAFindingAsync(visitor);
        await ReadWhatBecameOfItAsync(visitor);
        await WriteTheQuestionsAsync(visitor);
    }

    private async Task OpenTheListAsync(Visitor visitor)
    {
        await visitor.OpenAsync($"/{sample.Company.Slug}/deliverables");
        await GuidePictures.TakeAsync(visitor, "10-documents-attendus", fullPage: true);
        await visitor.FollowAsync(visitor.Page.Locator("tbody a[href*='/accounting-files/']").First);
    }

    private static async Task ReadTheReportAsync(Visitor visitor)
    {
        var text = await visitor.Page.Locator("main").InnerTextAsync();
        text.ShouldContain("La structure est conforme");
        text.ShouldContain("Jusqu’où les comptes sont tenus");
        await GuidePictures.TakeAsync(visitor, "11-rapport-du-fichier");
        await visitor.FindNoBarrierAsync();
    }

    private static async Task OpenAFindingAsync(Visitor visitor)
    {
        var report = visitor.Page.Url;
        await visitor.OpenAsync((await visitor.Page.Locator(Lines).First.GetAttributeAsync("href"))!);
        (await visitor.Page.Locator("tbody tr").CountAsync()).ShouldBeGreaterThan(0);
        await GuidePictures.TakeAsync(visitor, "12-un-constat");
        await visitor.FindNoBarrierAsync();
        await visitor.OpenAsync(report);
    }

    private static async Task ReadWhatBecameOfItAsync(Visitor visitor)
    {
        var report = visitor.Page.Url;
        await visitor.FollowAsync(visitor.Page.Locator("main a[href$='/over-time']"));
        (await visitor.Page.Locator("main").InnerTextAsync()).ShouldContain("fichiers contrôlés");
        (await visitor.Page.Locator("table >> nth=-1 >> thead th").AllInnerTextsAsync()).ShouldBeUnique("Each file came with its own mail, on its own day.");
        await GuidePictures.TakeAsync(visitor, "13-fichier-apres-fichier");
        await visitor.FindNoBarrierAsync();
        await visitor.OpenAsync(report);
    }

    private static async Task WriteTheQuestionsAsync(Visitor visitor)
    {
        await visitor.FollowAsync(visitor.Page.Locator("main header a[href$='/answer']"));
        (await visitor.Page.Locator("textarea").InputValueAsync()).ShouldNotContain("FEC-", Case.Sensitive, "The codes of our rules say nothing to an accountant.");
        await GuidePictures.TakeAsync(visitor, "14-repondre");
        await visitor.FindNoBarrierAsync();
    }
}
