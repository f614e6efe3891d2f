namespace Pupitre.Recognition.Contents;

/// <summary>A PDF, by its words; an image, by its name alone.</summary>
internal sealed class RecognisePaper : IRecognise
{
    public int Order => 140;

    public Finding? Run(SeenFile file) => file.Signature switch
    {
        FileSignature.Pdf when file.Content.Length > ReadPaper.MaxBytes => RecogniseFile.TooLarge(RecognisedKind.Pdf),
        FileSignature.Pdf => ReadPaper.Run(Bytes(file.Content), file.Name, file.Company, file.Budget),
        FileSignature.Image => new Finding { Kind = RecognisedKind.Image, Period = file.PeriodOfName },
        _ => null,
    };

    private static byte[] Bytes(Stream content)
    {
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return bytes;
    }
}
