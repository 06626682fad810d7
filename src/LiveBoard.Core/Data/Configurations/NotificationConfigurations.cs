using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveBoard.Core.Data.Configurations;

internal sealed class CardWatchConfiguration : IEntityTypeConfiguration<CardWatch>
{
    public void Configure(EntityTypeBuilder<CardWatch> watch)
    {
        watch.HasKey(w => new { w.CardId, w.PersonId });
        watch.HasOne<Card>().WithMany().HasForeignKey(w => w.CardId).OnDelete(DeleteBehavior.Restrict);
        watch.HasOne<Person>().WithMany().HasForeignKey(w => w.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> notification)
    {
        notification.Property(n => n.Key).HasMaxLength(Notification.MaxKeyLength);
        // Two nodes that find the same card overdue tell of it once.
        notification.HasIndex(n => new { n.PersonId, n.Key }).IsUnique();
        notification.HasIndex(n => new { n.PersonId, n.At });
        notification.HasIndex(n => n.MailedAt);
        notification.HasOne<Card>().WithMany().HasForeignKey(n => n.CardId).OnDelete(DeleteBehavior.Restrict);
        notification.HasOne<Comment>().WithMany().HasForeignKey(n => n.CommentId).OnDelete(DeleteBehavior.Restrict);
        notification.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Restrict);
        notification.HasOne<Person>().WithMany().HasForeignKey(n => n.ActorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NotificationSettingsConfiguration : IEntityTypeConfiguration<NotificationSettings>
{
    public void Configure(EntityTypeBuilder<NotificationSettings> settings)
    {
        settings.HasKey(s => s.PersonId);
        settings
            .HasOne<Person>()
            .WithOne()
            .HasForeignKey<NotificationSettings>(s => s.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LeaseConfiguration : IEntityTypeConfiguration<Lease>
{
    public void Configure(EntityTypeBuilder<Lease> lease)
    {
        lease.HasKey(l => l.Name);
        lease.Property(l => l.Name).HasMaxLength(Lease.MaxNameLength);
        // Of two nodes that reach for it at the same moment, one gets it.
        lease.Property(l => l.Until).IsConcurrencyToken();
    }
}
