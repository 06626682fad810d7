using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LiveBoard.Core.Exchange.Sheets;

/// <summary>How an exported workbook looks: the styles of its cells, by index, and what stays in sight.</summary>
internal static class SheetLook
{
    public const uint Plain = 0;
    public const uint Heading = 1;
    public const uint Day = 2;
    public const uint Moment = 3;

    /// <summary>A text that looks like a formula: editing the cell leaves it a text.</summary>
    public const uint Marked = 4;

    private const uint DayFormat = 164;
    private const uint MomentFormat = 165;
    private const double Width = 22;

    public static Stylesheet Stylesheet() =>
        new(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy\\-mm\\-dd" },
                new NumberingFormat { NumberFormatId = MomentFormat, FormatCode = "yyyy\\-mm\\-dd\\ hh:mm" }
            ),
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                new CellFormat { FontId = 1, ApplyFont = true },
                new CellFormat { NumberFormatId = DayFormat, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = MomentFormat, ApplyNumberFormat = true },
                new CellFormat { QuotePrefix = true }
            )
        );

    public static SheetViews FrozenHeadings() =>
        new(
            new SheetView(
                new Pane
                {
                    VerticalSplit = 1,
                    TopLeftCell = "A2",
                    ActivePane = PaneValues.BottomLeft,
                    State = PaneStateValues.Frozen,
                }
            )
            {
                TabSelected = true,
                WorkbookViewId = 0,
            }
        );

    public static Columns Widths(int count) =>
        new(
            new Column
            {
                Min = 1,
                Max = (uint)Math.Max(count, 1),
                Width = Width,
                CustomWidth = true,
            }
        );
}
