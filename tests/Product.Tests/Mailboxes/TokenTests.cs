using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Collecting.Mailboxes;
using Pupitre.Platform.Data;
using Pupitre.Product.Tests.Service;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Mailboxes;

/// <summary>A mailbox that takes no password is read with tokens: asked for by a code, renewed in time, and never shown.</summary>
public sealed class TokenTests(RunningPupitre pupitre, TokenServer tokens) : IClassFixture<RunningPupitre>, IClassFixture<TokenServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_owner_signs_in_by_a_code_and_tokens_renew_themselves()
    {
        DovecotServer.Need();
        await using var server = new DovecotServer { Introspection = tokens.At("/introspect") };
        await server.InitializeAsync();
        var company = await pupitre.HaveCompanyAsync();
        await pupitre.InsideAsync(company, async services =>
        {
            await new ServiceBuilder(services).HandOverAsync(Tile.Payroll, "Cabinet Martin", ServiceBuilder.PayslipsTemplate);
            return true;
        });
        var world = new MailboxWorld(pupitre, server, company);
        tokens.User = world.User;
        await world.EnterByTokensAsync(tokens);
        await server.DeliverAsync(world.User, [MailboxWorld.Message(MailboxWorld.Provider, "Un")]);
        (await world.LookAsync(Token)).ShouldBe(0);
        using var owner = await pupitre.Browser().SignInAsync(company);
        await owner.OpenAsync($"/{company.Slug}/evidence/mailboxes/{world.Id}");
        await owner.SendAsync("form:has(input[value='sign-in'])", ("act", "begin"));
        owner.Text.ShouldContain("ABCD-EFGH");
        await owner.SendAsync("form:has(input[value='sign-in'])", ("act", "end"));
        owner.Text.ShouldContain("pas encore été saisi");

        tokens.IsEntered = true;
        tokens.Seconds = 60;
        await owner.SendAsync("form:has(input[value='sign-in'])", ("act", "end"));
        owner.Text.ShouldContain("La connexion est faite");
        (await world.LookAsync(Token)).ShouldBe(1);
        tokens.Given.ShouldBe(2, "A token that ceases to work within two minutes is renewed first.");
        await server.DeliverAsync(world.User, [MailboxWorld.Message(MailboxWorld.Provider, "Deux")]);
        (await world.LookAsync(Token)).ShouldBe(1);

        tokens.Given.ShouldBe(3);
        var row = await world.InsideAsync(services => services.GetRequiredService<Db>().Set<Mailbox>().AsNoTracking().SingleAsync(Token));
        row.Secret!.ShouldNotContain("jeton");
        row.PendingSignIn.ShouldBeNull();
        owner.Page.Source.Text.ShouldNotContain("jeton3");
    }
}
