using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveBoard.Core.Data.Configurations;

internal sealed class BoardConfiguration : IEntityTypeConfiguration<Board>
{
    public void Configure(EntityTypeBuilder<Board> board)
    {
        board.Property(b => b.Name).HasMaxLength(Board.MaxNameLength);
        board.Property(b => b.Description).HasMaxLength(Board.MaxDescriptionLength);
        // SQLite has no concurrency tokens of its own; ours is the order number that every commit raises.
        board.Property(b => b.Version).IsConcurrencyToken();
        board.HasOne<Workspace>().WithMany().HasForeignKey(b => b.WorkspaceId).OnDelete(DeleteBehavior.Restrict);
        board.HasMany(b => b.Members).WithOne().HasForeignKey(m => m.BoardId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BoardMemberConfiguration : IEntityTypeConfiguration<BoardMember>
{
    public void Configure(EntityTypeBuilder<BoardMember> member)
    {
        member.HasKey(m => new { m.BoardId, m.PersonId });
        member.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BoardBookmarkConfiguration : IEntityTypeConfiguration<BoardBookmark>
{
    public void Configure(EntityTypeBuilder<BoardBookmark> bookmark)
    {
        bookmark.HasKey(b => new { b.PersonId, b.BoardId });
        bookmark.HasOne<Person>().WithMany().HasForeignKey(b => b.PersonId).OnDelete(DeleteBehavior.Restrict);
        bookmark.HasOne<Board>().WithMany().HasForeignKey(b => b.BoardId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ColumnConfiguration : IEntityTypeConfiguration<Column>
{
    public void Configure(EntityTypeBuilder<Column> column)
    {
        column.Property(c => c.Name).HasMaxLength(Column.MaxNameLength);
        column.Property(c => c.Position).IsOrderKey();
        column.HasIndex(c => new { c.BoardId, c.Position }).IsUnique();
        column.HasOne<Board>().WithMany().HasForeignKey(c => c.BoardId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LabelConfiguration : IEntityTypeConfiguration<Label>
{
    public void Configure(EntityTypeBuilder<Label> label)
    {
        label.Property(l => l.Name).HasMaxLength(Label.MaxNameLength);
        label.HasOne<Board>().WithMany().HasForeignKey(l => l.BoardId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CustomFieldConfiguration : IEntityTypeConfiguration<CustomField>
{
    public void Configure(EntityTypeBuilder<CustomField> field)
    {
        field.Property(f => f.Name).HasMaxLength(CustomField.MaxNameLength);
        field.Property(f => f.Position).IsOrderKey();
        field.HasOne<Board>().WithMany().HasForeignKey(f => f.BoardId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WidgetConfiguration : IEntityTypeConfiguration<Widget>
{
    public void Configure(EntityTypeBuilder<Widget> widget)
    {
        widget.Property(w => w.Title).HasMaxLength(Widget.MaxTitleLength);
        widget.Property(w => w.Settings).HasMaxLength(WidgetSettings.MaxLength);
        widget.Ignore(w => w.Place);
        widget.HasOne<Board>().WithMany().HasForeignKey(w => w.BoardId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ActivityConfiguration : IEntityTypeConfiguration<ActivityEntry>
{
    public void Configure(EntityTypeBuilder<ActivityEntry> entry)
    {
        entry.HasIndex(e => new { e.BoardId, e.At });
        entry.HasIndex(e => new { e.BoardId, e.Version });
        entry.HasIndex(e => e.CardId);
        entry.Property(e => e.Position).HasMaxLength(CardPosition.MaxLength);
        entry.Property(e => e.FromPosition).HasMaxLength(CardPosition.MaxLength);
        entry.HasOne<Board>().WithMany().HasForeignKey(e => e.BoardId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Person>().WithMany().HasForeignKey(e => e.ActorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FlowCheckpointConfiguration : IEntityTypeConfiguration<FlowCheckpoint>
{
    public void Configure(EntityTypeBuilder<FlowCheckpoint> checkpoint)
    {
        checkpoint.HasKey(c => c.BoardId);
        checkpoint.HasOne<Board>().WithOne().HasForeignKey<FlowCheckpoint>(c => c.BoardId);
    }
}

internal sealed class BoardChangeConfiguration : IEntityTypeConfiguration<BoardChange>
{
    public void Configure(EntityTypeBuilder<BoardChange> change)
    {
        change.HasKey(c => new { c.BoardId, c.Version });
        change.HasIndex(c => new { c.CommandId, c.BoardId }).IsUnique();
        change.Property(c => c.CommandHash).HasMaxLength(64);
        change.Property(c => c.What).HasMaxLength(100);
        change.HasOne<Board>().WithMany().HasForeignKey(c => c.BoardId).OnDelete(DeleteBehavior.Restrict);
    }
}
