#!/usr/bin/env bash
# PDFsharp 6.2.4 (NuGet), seen on 29 November 2026.
# "Page 1 of 2" at the foot of each page: the number of pages is known once the last one is drawn, so the feet are drawn then, by going back to each page.
# One would expect this to work for a tagged document (PDF/UA: a structure tree for screen readers) as it does for an untagged one.
# Seen: once the accessibility manager is on, drawing on a page that is not the last one is refused ("Cannot handle XGraphics objects for pages other
# than the current page"). A tagged paper that numbers its pages has to be laid out twice: once to count, once to draw.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > finding.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="PDFsharp" Version="6.2.4" /></ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

void Draw(PdfDocument document, bool isTagged, XGraphics drawing, double y)
{
    if (isTagged)
    {
        UAManager.ForDocument(document).StructureBuilder.BeginElement(PdfBlockLevelElementTag.Paragraph);
    }

    drawing.DrawLine(XPens.Black, 40, y, 200, y);
    if (isTagged)
    {
        UAManager.ForDocument(document).StructureBuilder.End();
    }
}

string GoBack(bool isTagged)
{
    var document = new PdfDocument();
    if (isTagged)
    {
        UAManager.ForDocument(document);
    }

    for (var page = 0; page < 2; page++)
    {
        using var drawing = XGraphics.FromPdfPage(document.AddPage());
        Draw(document, isTagged, drawing, 40);
    }

    try
    {
        using var foot = XGraphics.FromPdfPage(document.Pages[0]);
        Draw(document, isTagged, foot, 800);
        return "drawn";
    }
    catch (Exception problem)
    {
        return problem.Message;
    }
}

Console.WriteLine("untagged: " + GoBack(isTagged: false));
Console.WriteLine("tagged: " + GoBack(isTagged: true));
X
dotnet run -v q > seen.txt
cat seen.txt
grep -q '^untagged: drawn$' seen.txt && grep -q '^tagged: .*other than the current page' seen.txt || { echo "This is no longer what was seen."; exit 1; }
echo "As seen on 29 November 2026: a tagged document takes no drawing on an earlier page."
