using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Security;
using Pupitre.Collecting.Mailboxes;

namespace Pupitre.Product.Tests.Mailboxes;

/// <summary>What the signature of the sender's server says, with a key that no name server is asked for.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class VerifyDkimTests
{
    private const string Sender = "contact@cabinet.fr";

    private static readonly AsymmetricCipherKeyPair _keys = Keys();

    [Fact]
    public async Task A_signature_that_fits_is_verified() => (await RunAsync(Signed("cabinet.fr")))
        .ShouldBe(new DkimFinding(DkimState.Passed, "cabinet.fr"));

    [Fact]
    public async Task A_message_that_was_changed_does_not_fit()
    {
        var message = Signed("cabinet.fr");
        message.Body = new TextPart("plain") { Text = "Autre texte" };

        (await RunAsync(message)).State.ShouldBe(DkimState.Failed);
    }

    [Fact]
    public async Task Without_its_key_nothing_is_said() => (await RunAsync(Signed("cabinet.fr"), new Fixed(null)))
        .State.ShouldBe(DkimState.Unverifiable);

    [Fact]
    public async Task A_message_without_one_has_none() => (await RunAsync(MailboxWorld.Message(Sender, "Objet")))
        .State.ShouldBe(DkimState.Absent);

    [Fact]
    public async Task A_signature_that_is_no_signature_is_not_verifiable()
    {
        var message = MailboxWorld.Message(Sender, "Objet");
        message.Headers.Add(HeaderId.DkimSignature, "v=1; d=cabinet.fr; n'importe quoi");

        (await RunAsync(message)).State.ShouldBe(DkimState.Unverifiable);
    }

    [Fact]
    public async Task That_of_the_senders_own_domain_counts_first()
    {
        var message = Signed("relais.example");
        new DkimSigner(_keys.Private, "cabinet.fr", "mai").Sign(message, [HeaderId.From, HeaderId.Subject]);

        (await RunAsync(message)).Domain.ShouldBe("cabinet.fr");
    }

    private static async Task<DkimFinding> RunAsync(MimeMessage message, IDkimPublicKeyLocator? keys = null)
    {
        using var written = new MemoryStream();
        message.WriteTo(written);
        written.Position = 0;
        return await new VerifyDkim(keys ?? new Fixed(_keys.Public)).RunAsync(MimeMessage.Load(written), Sender, CancellationToken.None);
    }

    private static MimeMessage Signed(string domain)
    {
        var message = MailboxWorld.Message(Sender, "Bulletins", "Bonjour", "preuves@exemple.fr");
        message.Prepare(EncodingConstraint.SevenBit);
        new DkimSigner(_keys.Private, domain, "mai").Sign(message, [HeaderId.From, HeaderId.Subject]);
        return message;
    }

    private static AsymmetricCipherKeyPair Keys()
    {
        var generator = new RsaKeyPairGenerator();
        generator.Init(new KeyGenerationParameters(new SecureRandom(), 1024));
        return generator.GenerateKeyPair();
    }

    private sealed class Fixed(AsymmetricKeyParameter? key) : DkimPublicKeyLocatorBase
    {
        public override AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector,
            CancellationToken cancellationToken = default) =>
            key ?? throw new KeyNotHad(domain);

        public override Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector,
            CancellationToken cancellationToken = default) =>
            Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
    }
}
